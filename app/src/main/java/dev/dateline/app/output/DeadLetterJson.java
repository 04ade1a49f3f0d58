package dev.dateline.app.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.deadletter.LetterGroup;
import dev.dateline.app.deadletter.Outcome;
import dev.dateline.app.deadletter.Waiting;
import dev.dateline.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dead letters as JSON, for people and programs. */
public final class DeadLetterJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_TEXT_BYTES = 2_000;
  private static final int MOST_HEX_BYTES = 256;

  private DeadLetterJson() {}

  /** The letters of one reason. */
  public static ObjectNode of(LetterGroup group) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("stage", group.stage());
    json.put("code", group.code());
    json.put("count", group.count());
    json.put("redrivable", group.redrivable());
    json.put("oldest", group.oldest().toString());
    json.put("newest", group.example().failedAt().toString());
    json.put("example", group.example().key());
    json.put("message", group.example().message());
    return json;
  }

  /** All of one letter, with the head of its bytes: as text, or else in hexadecimal. */
  public static ObjectNode of(Waiting waiting, DeadLetter letter) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("key", waiting.key());
    json.put("stage", letter.getStage());
    json.put("code", letter.getCode());
    json.put("message", letter.getMessage());
    json.put("failedAt", letter.getFailedAt().toString());
    json.put("articleId", letter.getArticleId());
    json.put("sourceId", letter.getSourceId());
    json.put("location", letter.getLocation());
    json.put("topic", letter.getTopic());
    json.put("partition", letter.getPartition());
    json.put("offset", letter.getOffset());
    json.put("redrives", waiting.redrives());
    json.put("redrivable", waiting.obstacle().isEmpty());
    json.put("instead", waiting.obstacle().orElse(null));
    ByteBuffer key = letter.getKey();
    if (key != null) {
      putBytes(json, "recordKey", key);
    }
    json.put("payloadLength", letter.getPayloadLength());
    json.put("payloadSha256", letter.getPayloadSha256());
    putBytes(json, "payload", letter.getPayload());
    return json;
  }

  /** What became of one letter. */
  public static ObjectNode of(Outcome outcome) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("key", outcome.letter().key());
    json.put("outcome", outcome.fate().name().toLowerCase(Locale.ROOT));
    json.put("why", outcome.why().isEmpty() ? null : outcome.why());
    return json;
  }

  private static void putBytes(ObjectNode json, String name, ByteBuffer bytes) {
    @Nullable String text = text(bytes).orElse(null);
    if (text != null) {
      json.put(name + "Text", text);
    } else {
      json.put(name + "Hex", HexFormat.of().formatHex(head(bytes, MOST_HEX_BYTES)));
    }
  }

  private static byte[] head(ByteBuffer bytes, int most) {
    byte[] head = new byte[Math.min(most, bytes.remaining())];
    bytes.duplicate().get(head);
    return head;
  }

  /** Empty where the head is no UTF-8 that a person can read; a character may be cut at its end. */
  private static Optional<String> text(ByteBuffer bytes) {
    ByteBuffer head = ByteBuffer.wrap(head(bytes, MOST_TEXT_BYTES));
    CharsetDecoder decoder = UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(head.remaining());
    boolean whole = bytes.remaining() <= MOST_TEXT_BYTES;
    if (decoder.decode(head, text, whole).isError()) {
      return Optional.empty();
    }
    String read = text.flip().toString();
    boolean readable =
        read.chars().allMatch(c -> !Character.isISOControl(c) || "\t\r\n".indexOf(c) >= 0);
    return readable ? Optional.of(read) : Optional.empty();
  }
}
