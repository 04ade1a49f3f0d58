package dev.dateline.ingest.extract;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/** Copies what is inside an XML element, to be read as HTML or as text. */
final class MarkupCopy {

  private static final int DEEPEST = 500;

  /** What NITF and XHTML say beside the text. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "head",
          "header",
          "footer",
          "nav",
          "aside",
          "hedline",
          "byline",
          "distributor",
          "media",
          "script",
          "style");

  private MarkupCopy() {}

  /** Element names and text below the element that the reader stands on; reads to its end. */
  static String copy(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder out = new StringBuilder();
    int depth = 1;
    int leftOut = 0;
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("nested too deeply", reader.getLocation());
          }
          leftOut += leftOut > 0 || LEFT_OUT.contains(reader.getLocalName()) ? 1 : 0;
          if (leftOut == 0) {
            out.append('<').append(htmlName(reader.getLocalName())).append('>');
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (leftOut == 0 && depth > 0) {
            out.append("</").append(htmlName(reader.getLocalName())).append('>');
          }
          leftOut -= leftOut > 0 ? 1 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (leftOut == 0) {
            out.append(Entities.escape(reader.getText()));
          }
        }
        default -> {
          // comments, instructions and entities of an unread document type are left out
        }
      }
    }
    return out.toString();
  }

  /** The text below the element that the reader stands on; reads to its end. */
  static String text(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder out = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            out.append(reader.getText());
        default -> {
          // as above
        }
      }
    }
    return out.toString();
  }

  /** Names that HTML gives another meaning, or none. */
  private static String htmlName(String name) {
    return switch (name) {
      case "hl2" -> "h2";
      case "block", "body.content", "body.head", "body.end", "nitf", "html", "body" -> "div";
      default -> name;
    };
  }
}
