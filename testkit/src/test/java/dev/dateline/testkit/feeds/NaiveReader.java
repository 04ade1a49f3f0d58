package dev.dateline.testkit.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Asks feeds without a condition, ignores what goes wrong, and keeps the newest of each item. */
final class NaiveReader {

  static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern MARKER = Pattern.compile("m[0-9]+x[0-9]+x[0-9]+");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final Map<String, Seen> articles = new HashMap<>();

  /** An article as it was seen last. */
  record Seen(@Nullable String title, String marker) {}

  /** What was read, by link or identifier. */
  Map<String, Seen> articles() {
    return articles;
  }

  HttpResponse<byte[]> get(String url, String... headers) throws IOException, InterruptedException {
    return get(url, PATIENCE, headers);
  }

  /**
   * Asks for an address.
   *
   * @throws HttpTimeoutException where the whole answer has not come in time
   */
  HttpResponse<byte[]> get(String url, Duration patience, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException(url);
    } catch (ExecutionException e) {
      throw new IOException(url, e);
    }
  }

  /** Reads a feed, where it can be read now. */
  void poll(ModelFeed feed, Duration patience)
      throws InterruptedException, ParserConfigurationException {
    try {
      HttpResponse<byte[]> response = get(feed.url(), patience);
      if (response.statusCode() == 200) {
        List<Map<String, String>> items =
            feed.format() == FeedFormat.JSON ? json(response.body()) : xml(response.body());
        items.forEach(this::remember);
      }
    } catch (IOException | SAXException e) {
      return; // another time
    }
  }

  private void remember(Map<String, String> item) {
    String link = item.getOrDefault("link", item.get("url"));
    String id = item.getOrDefault("guid", item.get("id"));
    String text =
        item.getOrDefault("description", item.getOrDefault("content", item.get("content_text")));
    Matcher marker = MARKER.matcher(text);
    if (!marker.find()) {
      throw new AssertionError("no marker in " + text);
    }
    articles.put(link == null ? id : link, new Seen(item.get("title"), marker.group()));
  }

  private static List<Map<String, String>> json(byte[] body) throws IOException {
    List<Map<String, String>> items = new ArrayList<>();
    for (JsonNode item : new ObjectMapper().readTree(body).path("items")) {
      Map<String, String> values = new HashMap<>();
      item.fields()
          .forEachRemaining(field -> values.put(field.getKey(), field.getValue().asText()));
      items.add(values);
    }
    return items;
  }

  private static List<Map<String, String>> xml(byte[] body)
      throws IOException, SAXException, ParserConfigurationException {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    Element root =
        builder
            .parse(
                new InputSource(
                    new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)))
            .getDocumentElement();
    NodeList nodes = root.getElementsByTagName(root.getTagName().equals("rss") ? "item" : "entry");
    List<Map<String, String>> items = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Map<String, String> values = new HashMap<>();
      NodeList children = nodes.item(i).getChildNodes();
      for (int j = 0; j < children.getLength(); j++) {
        if (children.item(j) instanceof Element element) {
          String href = element.getAttribute("href");
          values.put(element.getTagName(), href.isEmpty() ? element.getTextContent() : href);
        }
      }
      items.add(values);
    }
    return items;
  }
}
