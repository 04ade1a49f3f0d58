package dev.dateline.training.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * German news messages of dpa of June 2017 in NewsML-G2, with codes of the Media Topics. For
 * measuring only: no model is trained on it.
 */
public final class DpaSample {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private DpaSample() {}

  /** A message and the codes that its editors gave it. */
  public record Message(String headline, String text, Set<String> codes) {

    public Message {
      codes = Set.copyOf(codes);
    }
  }

  /** The messages that carry codes, ordered by path. */
  public static List<Message> read(Path data) {
    List<Message> messages = new ArrayList<>();
    for (String file :
        TarArchive.read(PublicSet.DPA.archives(data).get(0), name -> name.endsWith(".xml"))
            .values()) {
      Message message = message(parse(file));
      if (!message.codes().isEmpty()) {
        messages.add(message);
      }
    }
    return messages;
  }

  private static Message message(Document document) {
    Set<String> codes = new TreeSet<>();
    NodeList subjects = document.getElementsByTagName("subject");
    for (int i = 0; i < subjects.getLength(); i++) {
      Element subject = (Element) subjects.item(i);
      addCode(subject, codes);
      // Where the editors chose a subject of dpa's own, the Media Topic stands above it.
      NodeList broader = subject.getElementsByTagName("broader");
      for (int j = 0; j < broader.getLength(); j++) {
        addCode((Element) broader.item(j), codes);
      }
    }
    return new Message(first(document, "headline"), first(document, "inlineXML"), codes);
  }

  private static void addCode(Element element, Set<String> codes) {
    String code = element.getAttribute("qcode");
    if (code.startsWith("medtop:")) {
      codes.add(code);
    }
  }

  private static String first(Document document, String name) {
    NodeList elements = document.getElementsByTagName(name);
    return elements.getLength() == 0 ? "" : elements.item(0).getTextContent().strip();
  }

  private static Document parse(String file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DOCTYPE, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("A message of the set cannot be read", e);
    }
  }
}
