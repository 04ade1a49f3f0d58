package dev.dateline.enrich.knowledge;

import java.util.Set;

/** The languages whose names go into a knowledge file: those with news of some volume. */
public final class NameLanguages {

  private static final Set<String> KEPT =
      Set.of(
          ("af am ar as az be bg bn bs ca ckb cs cy da de el en es et eu fa fi fil fr ga gl gu ha"
                  + " he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt"
                  + " my nb ne nl nn or pa pl ps pt ro ru sd si sk sl so sq sr sr-Latn sv sw ta te tg"
                  + " th tk tr tt uk ur uz vi yo zh zh-Hant zu")
              .split(" "));

  private NameLanguages() {}

  /** Whether names in this language (BCP 47) are kept. */
  public static boolean isKept(String language) {
    return KEPT.contains(language);
  }
}
