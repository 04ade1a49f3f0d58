package dev.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.HtmlText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * What is said in JSON and XML of any kind: their values in words, without names, escapes, codes
 * and addresses, all of which look like a language of their own.
 */
final class ValueText {

  private static final int MOST = 200_000;

  private final StringBuilder out = new StringBuilder();

  private ValueText() {}

  /** The strings of one document, or of one a line; empty where it cannot be read. */
  static String ofJson(String json, boolean lines) {
    ValueText text = new ValueText();
    for (String document : lines ? json.split("\\R") : new String[] {json}) {
      if (text.out.length() >= MOST) {
        break;
      }
      try {
        text.add(JsonTree.strict(document));
      } catch (JsonProcessingException e) {
        continue; // a bad line costs itself alone
      }
    }
    return text.out.toString();
  }

  /** The text between the tags. */
  static String ofXml(String xml) {
    ValueText text = new ValueText();
    Document document = Parser.xmlParser().parseInput(xml, "");
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            text.add(words.getWholeText());
          }
        },
        document);
    return text.out.toString();
  }

  private void add(JsonNode root) {
    Deque<JsonNode> rest = new ArrayDeque<>();
    rest.push(root);
    while (!rest.isEmpty()) {
      JsonNode node = rest.pop();
      if (node.isTextual()) {
        add(node.textValue());
      }
      node.forEach(rest::push);
    }
  }

  private void add(String value) {
    String words = value.strip();
    boolean spaced = words.chars().anyMatch(Character::isWhitespace);
    boolean latin = words.chars().allMatch(c -> c < 0x250);
    if ((!spaced && latin) || out.length() >= MOST) {
      return; // a code, an address, a word
    }
    out.append(words.indexOf('<') < 0 ? words : HtmlText.prose(words)).append("\n\n");
  }
}
