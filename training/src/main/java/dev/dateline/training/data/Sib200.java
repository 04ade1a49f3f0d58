package dev.dateline.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * SIB-200: the same sentences in 205 languages, each with one of seven topics (Adelani et al.,
 * 2024; Apache-2.0).
 */
public final class Sib200 {

  private Sib200() {}

  /** A sentence. */
  public record Sentence(int id, String topic, String text) {}

  /**
   * The sentences of one part by the set's own language code ({@code bul_Cyrl}).
   *
   * @param part {@code train} or {@code dev}
   */
  public static SortedMap<String, List<Sentence>> read(Path data, String part) {
    SortedMap<String, List<Sentence>> sentences = new TreeMap<>();
    String ending = "/" + part + ".tsv";
    Map<String, String> files =
        TarArchive.read(PublicSet.SIB200.archives(data).get(0), name -> name.endsWith(ending));
    files.forEach(
        (name, content) -> {
          String folder = name.substring(0, name.length() - ending.length());
          String code = folder.substring(folder.lastIndexOf('/') + 1);
          sentences.put(code, sentences(content));
        });
    return sentences;
  }

  private static List<Sentence> sentences(String content) {
    List<Sentence> sentences = new ArrayList<>();
    for (String line : content.split("\n")) {
      String[] fields = line.split("\t", 3);
      if (fields.length == 3 && !fields[0].equals("index_id")) {
        sentences.add(new Sentence(Integer.parseInt(fields[0]), fields[1], fields[2].strip()));
      }
    }
    return sentences;
  }
}
