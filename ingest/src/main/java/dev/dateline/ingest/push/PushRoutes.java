package dev.dateline.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.ingest.extract.RawItem;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.runtime.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/articles}: one article or an array of them, as an object with {@code text} or as
 * ninjs, under a bearer token. Answers 202 with the ids when they are committed to {@code
 * news.article.v1}, all or none. A push that is repeated says nothing new: the id comes from the
 * article's URL or identifier, else from the header {@code Idempotency-Key}. Errors are problem
 * documents (RFC 9457).
 */
final class PushRoutes implements HttpRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_KEY = 200;
  private static final int MOST_ARTICLES = 500;
  private static final String NOTHING_TAKEN = " Nothing of this push was taken.";

  private final PushSettings settings;
  private final ExtractLimits limits;
  private final ArticleReader reader;
  private final PushPublisher publisher;

  /**
   * @param limits what is read at most
   */
  PushRoutes(PushSettings settings, ExtractLimits limits, PushPublisher publisher) {
    this.settings = settings;
    this.limits = limits;
    this.reader = new ArticleReader(limits);
    this.publisher = publisher;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/v1/articles", this::post);
  }

  private void post(Context context) throws IOException {
    if (settings.token().isEmpty()) {
      problem(context, 403, "Nothing may be pushed here: push.token is not set.");
      return;
    }
    if (!isAllowed(context.header("Authorization"), settings.token().get())) {
      context.header("WWW-Authenticate", "Bearer");
      problem(context, 401, "The bearer token is missing or wrong.");
      return;
    }
    String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
    if (!type.matches("application/(?:[\\w.-]+\\+)?json(?:\\s*;.*)?")) {
      problem(context, 415, "Send application/json: an article, ninjs, or an array of them.");
      return;
    }
    String coding = context.header("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      context.header("Accept-Encoding", "identity");
      problem(context, 415, "Send the body as it is, without Content-Encoding.");
      return;
    }
    byte[] body = body(context);
    if (body == null) {
      problem(context, 413, "The body takes more than " + limits.itemBytes() + " bytes. Split it.");
      return;
    }
    String key = context.header("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      problem(context, 400, "Idempotency-Key is empty or longer than " + LONGEST_KEY + ".");
      return;
    }
    take(context, body, key);
  }

  private void take(Context context, byte[] body, @Nullable String key) throws IOException {
    List<PushPublisher.Pushed> articles = new ArrayList<>();
    for (Extraction extraction : read(body)) {
      if (extraction instanceof Extracted extracted) {
        articles.add(new PushPublisher.Pushed(id(extracted, key), extracted));
      } else {
        String why =
            extraction instanceof Rejected rejected
                ? rejected.message()
                : ((Skipped) extraction).reason();
        problem(context, 400, why + NOTHING_TAKEN);
        return;
      }
    }
    Optional<String> fault = StatedMembers.fault(JSON.readTree(body));
    if (fault.isPresent()) {
      problem(context, 400, fault.get() + NOTHING_TAKEN);
      return;
    }
    if (articles.size() > MOST_ARTICLES) {
      problem(context, 413, "There are more than " + MOST_ARTICLES + " articles. Split it.");
      return;
    }
    try {
      Optional<PushPublisher.Pushed> barred = publisher.barred(articles);
      if (barred.isPresent()) {
        String id = barred.get().id();
        problem(context, 410, "Article " + id + " was taken down." + NOTHING_TAKEN);
        return;
      }
      publisher.publish(articles);
    } catch (PushPublisher.TooLargeException e) {
      problem(context, 413, String.valueOf(e.getMessage()));
      return;
    } catch (KafkaException | FencedException e) {
      context.header("Retry-After", "5");
      problem(context, 503, "The brokers do not take it now. Send the same again in a while.");
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode ids = answer.putArray("ids");
    articles.forEach(article -> ids.add(article.id()));
    context.status(202).contentType("application/json").result(answer.toString());
  }

  private List<Extraction> read(byte[] body) {
    return reader.readJson(
        new RawItem(body, "push.json", OptionalInt.empty(), "application/json", "UTF-8"),
        "The body");
  }

  /** Not more than may be read: a body without a declared length may be endless. */
  private byte @Nullable [] body(Context context) throws IOException {
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(limits.itemBytes() + 1);
      return body.length > limits.itemBytes() ? null : body;
    }
  }

  private String id(Extracted item, @Nullable String key) {
    String place = key == null ? item.origin().sha256() : "key " + key;
    return ArticleIds.of(settings.source(), item.article(), place, item.origin().item());
  }

  /** Takes the same time wherever the difference is. */
  private static boolean isAllowed(@Nullable String authorization, String token) {
    return authorization != null
        && MessageDigest.isEqual(
            authorization.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8));
  }

  private static void problem(Context context, int status, String detail) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("status", status);
    problem.put("detail", detail);
    context.status(status).contentType("application/problem+json").result(problem.toString());
  }
}
