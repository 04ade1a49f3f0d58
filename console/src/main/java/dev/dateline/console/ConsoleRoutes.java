package dev.dateline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.schemas.json.ArticleFilter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the console answers to. Everything is read-only; each route checks the Host header and sends
 * headers that keep a browser from running or embedding anything foreign.
 */
final class ConsoleRoutes implements HttpRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> PROTECTION =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private final ArticleFeed feed;
  private final Supplier<List<ServiceState>> services;
  private final HostCheck hosts;
  private final int most;

  /**
   * @param services asked at each request
   * @param most articles that one answer holds
   */
  ConsoleRoutes(
      ArticleFeed feed, Supplier<List<ServiceState>> services, HostCheck hosts, int most) {
    this.feed = feed;
    this.services = services;
    this.hosts = hosts;
    this.most = most;
  }

  @Override
  public void addTo(JavalinConfig config) {
    for (PageFile file : PageFile.values()) {
      byte[] content = file.content();
      config.routes.get(
          file.path(), guarded(context -> context.contentType(file.mediaType()).result(content)));
    }
    config.routes.get("/v1/articles", guarded(this::articles));
    config.routes.get("/v1/services", guarded(this::services));
    config.routes.get("/v1/stream", guarded(this::stream));
  }

  private Handler guarded(Handler handler) {
    return context -> {
      PROTECTION.forEach(context::header);
      if (!hosts.allows(context.header("Host"))) {
        refuse(
            context,
            403,
            "The console does not answer to this host name. Open it as localhost, or add the name"
                + " to console.hosts.");
        return;
      }
      try {
        handler.handle(context);
      } catch (IllegalArgumentException e) {
        refuse(context, 400, String.valueOf(e.getMessage()));
      }
    };
  }

  private void articles(Context context) throws Exception {
    int limit = number(context, "limit", Math.min(50, most));
    ArticleView view = ArticleView.of(context.queryParam("view"));
    ArrayNode array = JSON.createArrayNode();
    feed.articles(filter(context), limit).forEach(event -> array.add(view.of(event)));
    json(context, JSON.writeValueAsBytes(array));
  }

  private void services(Context context) throws Exception {
    json(context, JSON.writeValueAsBytes(services.get()));
  }

  private void stream(Context context) throws Exception {
    int recent = number(context, "recent", 0);
    ArticleView view = ArticleView.of(context.queryParam("view"));
    @Nullable String lastSeen = context.header("Last-Event-ID");
    var subscription = feed.subscribe(filter(context), recent, lastSeen);
    if (subscription.isEmpty()) {
      refuse(context, 503, "Too many streams are open. Close one, or read the topics themselves.");
      return;
    }
    try (Subscription following = subscription.get()) {
      new EventStream(following, view).writeTo(context.res());
    }
  }

  private static ArticleFilter filter(Context context) {
    return new ArticleFilter(
        context.queryParams("language"),
        context.queryParams("topic"),
        context.queryParams("entity"));
  }

  private int number(Context context, String name, int unset) {
    @Nullable String value = context.queryParam(name);
    if (value == null) {
      return unset;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return Math.min(number, most);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number", e);
    }
    throw new IllegalArgumentException(name + " must not be negative");
  }

  private static void refuse(Context context, int status, String message) throws Exception {
    ObjectNode error = JSON.createObjectNode().put("error", message);
    context.status(status);
    json(context, JSON.writeValueAsBytes(error));
  }

  private static void json(Context context, byte[] body) {
    context.contentType("application/json;charset=utf-8").result(body);
  }
}
