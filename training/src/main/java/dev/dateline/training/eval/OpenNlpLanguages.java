package dev.dateline.training.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** The baseline: the language detector of Apache OpenNLP with its published model, alone. */
final class OpenNlpLanguages {

  private static final String RESOURCE = "/langdetect-183.bin";

  /** Codes of single languages where we have one tag for the whole, in pairs. */
  private static final String[] SINGLE =
      ("cmn zh pes fa pnb pa ekk et lvs lv zsm ms zlm ms swh sw als sq khk mn azj az uzn uz plt mg npi"
              + " ne arb ar nor nb")
          .split(" ");

  private final Map<String, String> tags = new HashMap<>();
  private final LanguageDetectorME detector;

  OpenNlpLanguages() {
    for (String language : Locale.getISOLanguages()) {
      try {
        tags.putIfAbsent(Locale.forLanguageTag(language).getISO3Language(), language);
      } catch (MissingResourceException withoutCode) {
        tags.putIfAbsent(language, language);
      }
    }
    for (int i = 0; i < SINGLE.length; i += 2) {
      tags.put(SINGLE[i], SINGLE[i + 1]);
    }
    try (InputStream stream = OpenNlpLanguages.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      detector = new LanguageDetectorME(new LanguageDetectorModel(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String identify(String text) {
    return tag(detector.predictLanguage(text).getLang());
  }

  /** The languages that the model tells apart, as our tags. */
  Set<String> known() {
    return Arrays.stream(detector.getSupportedLanguages())
        .map(this::tag)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String tag(String code) {
    return tags.getOrDefault(code, code);
  }
}
