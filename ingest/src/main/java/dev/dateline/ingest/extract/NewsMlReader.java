package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.schemas.DeadLetterCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads IPTC NewsML-G2: a {@code newsItem}, or a {@code newsMessage} of several. A document type is
 * not read and no entity is fetched or expanded.
 */
final class NewsMlReader {

  private static final int DEEPEST = 500;

  private NewsMlReader() {}

  static List<Extraction> read(String xml, Origin origin) {
    Origin known = origin.as("application/vnd.iptc.g2.newsitem+xml", origin.charset());
    List<Extraction> items = new ArrayList<>();
    try {
      read(xml, known, items);
    } catch (XMLStreamException e) {
      items.add(
          rejected(
              DeadLetterCode.UNREADABLE,
              broken(e),
              items.isEmpty() ? known : known.at(items.size())));
    }
    return items;
  }

  private static void read(String xml, Origin origin, List<Extraction> items)
      throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml.stripLeading()));
    String root = null;
    int depth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        root = root == null ? name : root;
        if (++depth > DEEPEST) {
          throw new XMLStreamException("nested too deeply", reader.getLocation());
        }
        if (name.equals("newsItem")) {
          boolean alone = root.equals("newsItem");
          Origin place = alone ? origin : origin.at(items.size());
          items.add(new NewsItem(reader).read(place));
          depth--;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (items.isEmpty()) {
      items.add(
          rejected(
              DeadLetterCode.UNREADABLE,
              "The file is XML, but no NewsML-G2: there is no newsItem in its root element "
                  + (root == null ? "" : CleanText.cut(root, 60))
                  + "."
                  + Neighbours.ofXml(root).map(known -> " It is " + known).orElse(""),
              origin.as("application/xml", origin.charset())));
    }
  }

  private static Extraction rejected(DeadLetterCode code, String message, Origin origin) {
    return new Extraction.Rejected(code, message, origin);
  }

  private static String broken(XMLStreamException e) {
    Location place = e.getLocation();
    return "The file is not well-formed XML: it breaks"
        + (place == null
            ? ""
            : " at line " + place.getLineNumber() + ", column " + place.getColumnNumber())
        + ". Write the file again, whole.";
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // The depth has a bound of ours; that of the platform is another one from Java 24 on.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }
}
