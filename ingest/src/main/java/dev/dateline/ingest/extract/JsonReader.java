package dev.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.schemas.DeadLetterCode;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON document: one article, or an array of them, as ninjs or in Dateline's own form. */
final class JsonReader {

  private JsonReader() {}

  /**
   * @param where what to call the place in messages: {@code The file} or {@code Line 7}
   */
  static List<Extraction> read(String json, Origin origin, String where) {
    JsonNode root;
    try {
      root = JsonTree.strict(json);
    } catch (JsonProcessingException e) {
      return List.of(new Extraction.Rejected(DeadLetterCode.UNREADABLE, message(e, where), origin));
    }
    if (!root.isArray() || origin.item().isPresent()) {
      return List.of(article(root, origin, where));
    }
    List<Extraction> items = new ArrayList<>();
    for (int i = 0; i < root.size(); i++) {
      items.add(article(root.get(i), origin.at(i), where + ", item " + (i + 1)));
    }
    if (items.isEmpty()) {
      items.add(
          new Extraction.Rejected(DeadLetterCode.EMPTY, where + " is an empty array.", origin));
    }
    return items;
  }

  private static Extraction article(JsonNode node, Origin origin, String where) {
    if (!node.isObject()) {
      return new Extraction.Rejected(
          DeadLetterCode.UNREADABLE,
          where + " holds no JSON object. An article is an object with at least a \"text\".",
          origin);
    }
    return Ninjs.isNinjs(node)
        ? Ninjs.read(node, origin, where)
        : PlainJson.read(node, origin, where);
  }

  private static String message(JsonProcessingException e, String where) {
    JsonLocation at = e.getLocation();
    String line = at == null || where.startsWith("Line") ? "" : "line " + at.getLineNr() + ", ";
    String place = at == null ? "" : " at " + line + "column " + at.getColumnNr();
    if (e instanceof JsonEOFException) {
      return where + " is JSON that ends in the middle" + place + ". Write it again, whole.";
    }
    if (e instanceof StreamConstraintsException) {
      return where + " is JSON that is nested too deeply or has too long a name" + place + ".";
    }
    return where + " is not valid JSON: it breaks" + place + ". Mend it there.";
  }
}
