package dev.dateline.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a subscription as Server-Sent Events (WHATWG HTML, section 9.2): {@code article} with its
 * position as id, {@code removed}, {@code gap}, {@code dropped}, and comments as heartbeats.
 */
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Subscription subscription;
  private final ArticleView view;

  EventStream(Subscription subscription, ArticleView view) {
    this.subscription = subscription;
    this.view = view;
  }

  /** Writes until the client leaves, falls behind, or the console stops. Blocks. */
  void writeTo(HttpServletResponse response) {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    try {
      OutputStream out = response.getOutputStream();
      send(out, "retry: 2000\n\n");
      while (true) {
        Signal signal = subscription.next(HEARTBEAT);
        if (signal instanceof Signal.Closed) {
          return;
        }
        send(out, text(signal));
        if (signal instanceof Signal.Dropped) {
          return;
        }
      }
    } catch (IOException e) {
      LOG.debug("client left cause={}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /**
   * A signal as the bytes of the stream; JSON on one line, so that each event has one data line.
   */
  String text(Signal signal) {
    if (signal instanceof Signal.Arrived arrived) {
      return event(
          "article", arrived.entry().position(), view.of(arrived.entry().event()).toString());
    }
    if (signal instanceof Signal.Removed removed) {
      return event("removed", null, removed(removed));
    }
    if (signal instanceof Signal.Gap) {
      return event("gap", null, "{}");
    }
    if (signal instanceof Signal.Dropped) {
      return event("dropped", null, "{\"reason\":\"too slow\"}");
    }
    return ": idle\n\n";
  }

  private static String removed(Signal.Removed removed) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", removed.id())
        .put("revision", removed.revision())
        .toString();
  }

  private static String event(String name, @Nullable String id, String data) {
    String identified = id == null ? "" : "id: " + id + "\n";
    return "event: " + name + "\n" + identified + "data: " + data + "\n\n";
  }
}
