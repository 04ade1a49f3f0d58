package dev.dateline.training.knowledge;

import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The regions of the countries: ISO 3166-2 codes with names from CLDR's subdivisions. */
final class Regions {

  private static final int LEAST = 60;

  private final Drafts drafts;
  private final Countries countries;

  Regions(Drafts drafts, Countries countries) {
    this.drafts = drafts;
    this.countries = countries;
  }

  void read(Path sources) throws IOException {
    Path folder = sources.resolve("unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        readLanguage(file);
      }
    }
  }

  private void readLanguage(Path file) throws IOException {
    String language = file.getFileName().toString().replace(".xml", "").replace('_', '-');
    if (!language.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?")) {
      return;
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // The files name a DTD beside them, which is not needed to read them.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("subdivision")) {
          String type = xml.getAttributeValue(null, "type");
          boolean alternative = xml.getAttributeValue(null, "alt") != null;
          add(language, type, xml.getElementText().strip(), alternative);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private void add(String language, String type, String name, boolean alternative) {
    String country = type.substring(0, 2).toUpperCase(Locale.ROOT);
    String code = country + "-" + type.substring(2).toUpperCase(Locale.ROOT);
    Drafts.Draft draft = countries.find(code);
    if (draft == null) {
      draft = drafts.of("iso3166:" + code, EntityType.PLACE);
      draft.country = country;
      draft.prominence = Math.max(LEAST, Math.min(150, draft.prominence + 1));
    }
    if (alternative) {
      draft.aliases.add(name);
    } else {
      draft.name(language, name);
    }
  }
}
