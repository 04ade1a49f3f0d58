package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.registry.RegistryUnavailableException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdeTest {

  private static final String TOPIC = Topics.ARTICLE.name();

  private final MemoryRegistry registry = new MemoryRegistry();
  private final AvroSerde<Article> serde = new AvroSerde<>(Article.class, registry);

  @Test
  void readsWhatItWrote() {
    Article article = article();

    Article read = serde.decode(serde.encode(TOPIC, article));

    assertThat(read).isEqualTo(article);
    assertThat(read.getObservedAt()).isEqualTo(article.getObservedAt());
    assertThat(registry.subjects).containsExactly("news.article.v1-value");
  }

  @Test
  void framesLikeConfluent() {
    byte[] bytes = serde.encode(TOPIC, article());

    assertThat(bytes[0]).isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(serde.register(TOPIC));
  }

  @Test
  void passesTombstones() {
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        Arguments.of("empty", new byte[0]),
        Arguments.of("shorter than a frame", new byte[] {0, 0, 0}),
        Arguments.of("wrong magic", change(bytes -> bytes[0] = 1)),
        Arguments.of("unknown schema id", change(bytes -> bytes[3] = 77)),
        Arguments.of("negative schema id", change(bytes -> bytes[1] = -1)),
        Arguments.of("no schema id", change(bytes -> bytes[4] = 0)),
        Arguments.of("nothing after the frame", Arrays.copyOf(valid(), 5)),
        Arguments.of("truncated", Arrays.copyOf(valid(), valid().length - 1)),
        Arguments.of("trailing byte", Arrays.copyOf(valid(), valid().length + 1)),
        Arguments.of("string of 2 GB", framed(longs(Integer.MAX_VALUE - 8L))),
        Arguments.of("string of 4 EB", framed(longs(1L << 62))),
        Arguments.of("string of negative length", framed(longs(-5))),
        Arguments.of("array of a billion", framed(beforeAuthors(), longs(1_000_000_000L))),
        Arguments.of("array of 2^62", framed(beforeAuthors(), longs(1L << 62))),
        Arguments.of("array of a negative count", framed(beforeAuthors(), longs(-(1L << 40), 8))),
        Arguments.of("union branch that is not there", framed(new byte[] {2, 65, 0, 90})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  @Timeout(5)
  void refusesDamagedBytes(String name, byte[] bytes) {
    serde.register(TOPIC);

    assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> serde.decode(bytes));
  }

  @Test
  @Timeout(60)
  void throwsNothingElseWhateverTheBytes() {
    serde.register(TOPIC);
    byte[] valid = valid();
    Random random = new Random(4711);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = valid.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt();
      }
      try {
        serde.decode(bytes);
      } catch (SerializationException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aRegistryThatIsAwayIsNoFaultOfTheRecord() {
    byte[] bytes = valid();
    bytes[4] = 99;
    SchemaRegistry away = new FailingRegistry();

    assertThatThrownBy(() -> new AvroSerde<>(Article.class, away).decode(bytes))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void aSchemaOfSomethingElseIsRefused() {
    Schema other = SchemaBuilder.record("Other").fields().requiredLong("n").endRecord();
    int id = registry.register("other", other);

    assertThatThrownBy(() -> serde.decode(ByteBuffer.allocate(6).put((byte) 0).putInt(id).array()))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void readsRecordsOfAnOlderAndOfANewerSchema() throws IOException {
    // Given a writer that knows no image and knows a field that this reader does not
    Article article = article();
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : Article.getClassSchema().getFields()) {
      if (!field.name().equals("image")) {
        fields.add(new Schema.Field(field, field.schema()));
      }
    }
    fields.add(new Schema.Field("mood", Schema.create(Schema.Type.STRING), "Later field.", "calm"));
    Schema theirs = Schema.createRecord("Article", "", "dev.dateline.schemas", false, fields);
    int id = registry.register("theirs", theirs);
    GenericRecord written = new GenericData.Record(theirs);
    for (Schema.Field field : fields) {
      written.put(field.name(), field.name().equals("mood") ? "calm" : article.get(field.name()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(theirs, article.getSpecificData())
        .write(written, encoder);

    Article read = serde.decode(out.toByteArray());

    assertThat(read.getImage()).isNull();
    assertThat(read.getText()).isEqualTo(article.getText());
    assertThat(read.getProvenance()).isEqualTo(article.getProvenance());
  }

  private static Article article() {
    return Article.newBuilder()
        .setId("a1")
        .setTitle("Мостът беше открит")
        .setText("Първи абзац.\n\nВтори абзац \uD83D\uDE00.")
        .setAuthors(List.of("Ива Иванова"))
        .setImage("https://news.example/1.jpg")
        .setPublishedAt(Instant.ofEpochMilli(1_700_000_000_123L))
        .setObservedAt(Instant.ofEpochMilli(1_700_000_100_000L).plus(Duration.ofMillis(7)))
        .setSource(Source.newBuilder().setId("s").setKind("feed").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation("a.txt")
                .setMediaType("text/plain")
                .setCharset("UTF-8")
                .setLength(12)
                .setSha256("00")
                .build())
        .build();
  }

  private static byte[] valid() {
    return new AvroSerde<>(Article.class, new MemoryRegistry()).encode(TOPIC, article());
  }

  private static byte[] change(Consumer<byte[]> damage) {
    byte[] bytes = valid();
    damage.accept(bytes);
    return bytes;
  }

  /** The fields of an article up to and without its authors: six strings or nulls. */
  private static byte[] beforeAuthors() {
    return new byte[] {2, 'a', 0, 0, 0, 2, 't', 2, 'x', 0, 0};
  }

  private static byte[] longs(long... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      for (long value : values) {
        encoder.writeLong(value);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] framed(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, 0, 0, 1});
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Numbers schemas from 1 in the order of their registration. */
  private static final class MemoryRegistry implements SchemaRegistry {
    final List<String> subjects = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public int register(String subject, Schema schema) {
      subjects.add(subject);
      schemas.add(schema);
      return schemas.size();
    }

    @Override
    public Optional<Schema> schema(int id) {
      return id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
    }
  }

  /** Nothing answers at its address. */
  private static final class FailingRegistry implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      throw new RegistryUnavailableException("away");
    }

    @Override
    public Optional<Schema> schema(int id) {
      throw new RegistryUnavailableException("away");
    }
  }
}
