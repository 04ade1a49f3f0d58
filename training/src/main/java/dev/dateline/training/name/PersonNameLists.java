package dev.dateline.training.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the given and family names in the jar of datafaker, one YAML file a locale. The lists are
 * plain sequences, in brackets or a name a line; no more of YAML is read.
 */
final class PersonNameLists {

  private static final Pattern FILE = Pattern.compile("([a-z]{2})(-[A-Z]+)?\\.yml|(en)/name\\.yml");
  private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z_0-9]+):\\s*(.*)");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");

  private final SortedMap<String, SortedSet<String>> given = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> family = new TreeMap<>();

  /**
   * The lists of a jar.
   *
   * @throws IOException where it cannot be read
   */
  static PersonNameLists read(Path jar) throws IOException {
    PersonNameLists lists = new PersonNameLists();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        Matcher file = FILE.matcher(entry.getName());
        if (file.matches()) {
          String language = file.group(1) == null ? file.group(3) : file.group(1);
          try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            lists.read(language, lines.lines().toList());
          }
        }
      }
    }
    return lists;
  }

  /** Given names by language. */
  SortedMap<String, SortedSet<String>> given() {
    return given;
  }

  /** Family names by language; fathers' names among them. */
  SortedMap<String, SortedSet<String>> family() {
    return family;
  }

  void read(String language, List<String> lines) {
    SortedMap<String, SortedSet<String>> target = null;
    boolean open = false;
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      Matcher item = ITEM.matcher(line);
      String values = line;
      if (!open && key.matches()) {
        target = target(key.group(1));
        values = key.group(2);
      } else if (!open && item.matches()) {
        values = '[' + item.group(1) + ']';
      } else if (open) {
        values = '[' + line;
      }
      if (target == null || !values.startsWith("[")) {
        open = false;
        continue;
      }
      open = values.indexOf(']') < 0;
      target
          .computeIfAbsent(language, unseen -> new TreeSet<>())
          .addAll(names(values.replaceAll("[\\[\\]]", "")));
    }
  }

  private static List<String> names(String values) {
    List<String> names = new ArrayList<>();
    for (String value : values.split(",")) {
      String name = value.strip().replaceAll("^[\"']|[\"']$", "").strip();
      if (!name.isEmpty() && name.indexOf('#') < 0) {
        names.add(name);
      }
    }
    return names;
  }

  private SortedMap<String, SortedSet<String>> target(String key) {
    if (key.contains("first_name")) {
      return given;
    }
    return key.contains("last_name") || key.contains("middle_name") ? family : null;
  }
}
