package dev.dateline.ingest.websub;

import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.websub.CallbackMeters.Outcome;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.schemas.LeaseStatus;
import dev.dateline.schemas.NoticeKind;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.SourceNotice;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * {@code /websub/TOKEN}: where hubs confirm subscriptions (GET; WebSub, section 5.3) and deliver
 * (POST; section 7). What is said of a lease that we asked for goes to {@code
 * news.source-notice.v1} before it is answered; everything else has no effect.
 */
final class CallbackRoutes implements HttpRoutes {

  /** A document that is larger is not carried on: its source is asked for it. */
  private static final int MOST_CARRIED = 1024 * 1024;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** A hub that takes longer holds up no thread. */
  private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(30);

  private static final int LONGEST_CHALLENGE = 4_096;
  private static final int LONGEST_REASON = 300;
  private static final String RETRY_SECONDS = "60";

  private final Leases leases;
  private final Notices notices;
  private final CallbackMeters meters;
  private final FloodGate gate;
  private final Readings readings = new Readings(LONGEST_WAIT);
  private final long mostBytes;
  private final Clock clock;

  /**
   * @param mostBytes of a document that are read at most
   */
  CallbackRoutes(
      Leases leases,
      Notices notices,
      CallbackMeters meters,
      FloodGate gate,
      long mostBytes,
      Clock clock) {
    this.leases = leases;
    this.notices = notices;
    this.meters = meters;
    this.gate = gate;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/websub/{token}", context -> take(context, this::confirm));
    config.routes.post("/websub/{token}", context -> take(context, this::deliver));
  }

  /** What is done with a callback of a lease that is known. */
  private interface Callback {
    Outcome take(Context context, Leases.Known known) throws IOException, InterruptedException;
  }

  private void take(Context context, Callback callback) throws IOException {
    try {
      meters.count(outcome(context, callback));
    } catch (KafkaException e) {
      later(context, 503);
      meters.count(Outcome.FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      later(context, 503);
    }
  }

  private Outcome outcome(Context context, Callback callback)
      throws IOException, InterruptedException {
    boolean ends = "unsubscribe".equals(context.queryParam("hub.mode"));
    Optional<Leases.Known> known =
        leases.find(
            context.pathParam("token"), lease -> !ends || lease.getStatus() == LeaseStatus.ENDING);
    if (known.isEmpty() && !leases.isCurrent()) {
      later(context, 503);
      return Outcome.FAILED;
    }
    if (known.isEmpty()) {
      return unknown(context);
    }
    if (!gate.passes(known.get().lease().getToken())) {
      later(context, 429);
      return Outcome.LIMITED;
    }
    return callback.take(context, known.get());
  }

  private static void later(Context context, int status) {
    context.status(status).header("Retry-After", RETRY_SECONDS);
  }

  private static Outcome unknown(Context context) {
    context.status(404);
    return Outcome.UNKNOWN;
  }

  /** Confirms what we asked for and nothing else. */
  private Outcome confirm(Context context, Leases.Known known) throws InterruptedException {
    SourceLease lease = known.lease();
    if (!lease.getTopic().equals(context.queryParam("hub.topic"))) {
      return unknown(context);
    }
    boolean wanted = lease.getStatus() == LeaseStatus.WANTED;
    return switch (String.valueOf(context.queryParam("hub.mode"))) {
      case "denied" -> {
        notices.send(
            notice(lease, NoticeKind.DENIED).setReason(reason(context)).build(), known.partition());
        context.status(200);
        yield Outcome.DENIED;
      }
      case "subscribe" ->
          wanted ? echo(context, known, NoticeKind.CONFIRMED, Outcome.CONFIRMED) : unknown(context);
      case "unsubscribe" ->
          wanted ? unknown(context) : echo(context, known, NoticeKind.ENDED, Outcome.ENDED);
      default -> unknown(context);
    };
  }

  private Outcome echo(Context context, Leases.Known known, NoticeKind kind, Outcome outcome)
      throws InterruptedException {
    String challenge = context.queryParam("hub.challenge");
    if (challenge == null || challenge.length() > LONGEST_CHALLENGE) {
      return unknown(context);
    }
    notices.send(
        notice(known.lease(), kind).setLeaseSeconds(leaseSeconds(context)).build(),
        known.partition());
    context
        .status(200)
        .contentType("text/plain; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .result(challenge);
    return outcome;
  }

  /** Answered with 2xx where the signature is not right as well: who forges learns nothing. */
  private Outcome deliver(Context context, Leases.Known known)
      throws IOException, InterruptedException {
    SourceLease lease = known.lease();
    if (lease.getStatus() != LeaseStatus.WANTED) {
      context.status(410);
      return Outcome.UNKNOWN;
    }
    Optional<HubSignature> signature =
        HubSignature.parse(context.header("X-Hub-Signature"), lease.getSecret());
    if (signature.isEmpty()) {
      context.status(202);
      return Outcome.UNSIGNED;
    }
    String hub = Domains.registrable(lease.getHub());
    if (!readings.begin(hub)) {
      later(context, 503);
      return Outcome.LIMITED;
    }
    try {
      return deliver(context, known, signature.get());
    } finally {
      readings.end(hub);
    }
  }

  private Outcome deliver(Context context, Leases.Known known, HubSignature signature)
      throws IOException, InterruptedException {
    DeliveredBody body = read(context, signature);
    if (!body.isWhole()) {
      context.status(413);
      return Outcome.TOO_LARGE;
    }
    if (!body.isSigned()) {
      context.status(202);
      return Outcome.UNSIGNED;
    }
    notices.send(content(context, known.lease(), body), known.partition());
    context.status(202);
    return Outcome.CONTENT;
  }

  private DeliveredBody read(Context context, HubSignature signature) throws IOException {
    long end = System.nanoTime() + LONGEST_DELIVERY.toNanos();
    try (InputStream in = context.req().getInputStream()) {
      return DeliveredBody.read(
          in, signature, MOST_CARRIED, mostBytes, () -> System.nanoTime() < end);
    }
  }

  /** Without the document where there are too many bytes of its lease: the source is asked then. */
  private SourceNotice content(Context context, SourceLease lease, DeliveredBody body) {
    @Nullable ContentType type = ContentType.parseLenient(context.contentType());
    return notice(lease, NoticeKind.CONTENT)
        .setBody(
            body.carried()
                .filter(bytes -> gate.carries(lease.getToken(), bytes.length))
                .map(ByteBuffer::wrap)
                .orElse(null))
        .setMediaType(type == null ? null : type.getMimeType().toLowerCase(Locale.ROOT))
        .setCharset(type == null ? null : type.getParameter("charset"))
        .build();
  }

  private SourceNotice.Builder notice(SourceLease lease, NoticeKind kind) {
    return SourceNotice.newBuilder()
        .setSourceId(lease.getSourceId())
        .setToken(lease.getToken())
        .setKind(kind)
        .setReceivedAt(clock.instant());
  }

  private static long leaseSeconds(Context context) {
    String seconds = String.valueOf(context.queryParam("hub.lease_seconds"));
    return seconds.matches("[0-9]{1,10}") ? Long.parseLong(seconds) : 0;
  }

  /** As the hub says: a line that may be shown to a person. */
  private static String reason(Context context) {
    String reason = context.queryParam("hub.reason");
    String line = reason == null ? "" : reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
  }
}
