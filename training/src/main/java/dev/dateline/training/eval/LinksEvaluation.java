package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.report.MarkdownTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures linking and base forms where the names are given, beside the knowledge base taken to the
 * letter.
 */
final class LinksEvaluation {

  private static final String ABOUT =
      """
      The names and their types are those of the gold, so that only linking and base forms are measured.
      Baselines: the most prominent entity of that type whose name is that to the letter; the form as it
      stands for a base form. Published, on other sets and with found names: mT5 large on SlavNER 87.8,
      Entity-Fishing 76.5, BLINK 80.3 (English).
      """;

  private static final int CONTEXT = 60;

  private final Knowledge knowledge = Knowledge.load();
  private final Gazetteer gazetteer = new Gazetteer(knowledge);
  private final ExactGazetteer exact = new ExactGazetteer(gazetteer);
  private final Map<Goal, Double> figures = new EnumMap<>(Goal.class);
  private final StringBuilder body = new StringBuilder(ABOUT);
  private final PrintStream progress;

  private LinksEvaluation(PrintStream progress) {
    this.progress = progress;
  }

  /**
   * Measures on the sets that the data folder holds.
   *
   * @param sample file to write the sample of cities to, for a person to check; null for none
   */
  static Measured run(Path data, @Nullable Path sample, PrintStream progress) {
    LinksEvaluation evaluation = new LinksEvaluation(progress);
    if (PublicSet.SLAVNER.isIn(data)) {
      evaluation.slavNer(LinkGold.slavNer(data));
    }
    if (PublicSet.NEREL.isIn(data)) {
      evaluation.nerel(LinkGold.nerel(data), sample);
    }
    return new Measured("Links, fast", evaluation.body.toString(), evaluation.figures);
  }

  private void slavNer(List<LinkGold.Text> texts) {
    Map<String, Rate> bases = new TreeMap<>();
    Map<String, Rate> unchanged = new TreeMap<>();
    Map<String, Rate> basesByType = new TreeMap<>();
    Map<String, Rate> linked = new TreeMap<>();
    Map<String, Rate> exactlyLinked = new TreeMap<>();
    LanguagePairs pairs = new LanguagePairs();
    LanguagePairs exactPairs = new LanguagePairs();
    String topic = "";
    Linker linker = new Linker(gazetteer);
    for (LinkGold.Text text : texts) {
      if (!text.topic().equals(topic)) {
        topic = text.topic();
        progress.println("base forms without " + topic);
        linker = new Linker(gazetteer, BaseFormLearner.learn(knowledge, texts, topic));
      }
      LanguageGuess language = new LanguageGuess(text.language(), 1);
      Map<String, NamedEntity> entities = link(text, linker);
      for (LinkGold.Name name : text.names()) {
        NamedEntity entity = entities.get(name.form());
        if (entity == null) {
          continue;
        }
        boolean right =
            linker.baseForm(name.form(), entity, language).equalsIgnoreCase(name.base());
        rate(bases, text.language()).add(right);
        rate(basesByType, name.kind()).add(right);
        rate(unchanged, text.language()).add(name.form().equalsIgnoreCase(name.base()));
        rate(linked, name.kind()).add(entity.id() != null);
        if (entity.id() != null) {
          pairs.add(entity.id(), text.language(), name.id());
        }
        String exactId = exact.id(name.form(), name.type()).orElse(null);
        rate(exactlyLinked, name.kind()).add(exactId != null);
        if (exactId != null) {
          exactPairs.add(exactId, text.language(), name.id());
        }
      }
    }
    figures.put(Goal.BASE_FORM, mean(bases));
    figures.put(Goal.SAME_ID, pairs.precision());
    describeBases(bases, unchanged, basesByType);
    describePairs(linked, exactlyLinked, pairs, exactPairs);
  }

  private static double mean(Map<String, Rate> bases) {
    return FormScores.OTHERS.stream()
        .mapToDouble(language -> rate(bases, language).share())
        .average()
        .orElse(0);
  }

  private void describeBases(
      Map<String, Rate> bases, Map<String, Rate> unchanged, Map<String, Rate> byType) {
    MarkdownTable table = new MarkdownTable("SlavNER", "ours", "the form as it stands");
    bases.forEach((language, rate) -> table.row(language, rate, rate(unchanged, language)));
    table.row(
        "mean of " + String.join(" ", FormScores.OTHERS),
        Tally.percent(mean(bases)),
        Tally.percent(mean(unchanged)));
    body.append(
            "\n### Base form right\n\nPercent of the names of a document, case apart; the model has not"
                + " seen the topic.\n\n")
        .append(table)
        .append("\nBy type: ")
        .append(join(byType))
        .append(".\n");
  }

  private void describePairs(
      Map<String, Rate> linked,
      Map<String, Rate> exactlyLinked,
      LanguagePairs pairs,
      LanguagePairs exactPairs) {
    MarkdownTable table =
        new MarkdownTable("SlavNER", "pairs", "one gold id, percent", "names that got an id");
    table.row("ours", pairs.all(), Tally.percent(pairs.precision()), join(linked));
    table.row(
        "exact gazetteer alone",
        exactPairs.all(),
        Tally.percent(exactPairs.precision()),
        join(exactlyLinked));
    body.append(
            "\n### Same entity, same id across languages\n\nOf the pairs of names of different"
                + " languages to which we give one id.\n\n")
        .append(table);
  }

  private void nerel(List<LinkGold.Text> texts, @Nullable Path file) {
    progress.println("NEREL: " + texts.size() + " documents");
    Linker linker = new Linker(gazetteer);
    Rate countries = new Rate();
    Rate known = new Rate();
    Rate exactly = new Rate();
    Tally confusions = new Tally();
    Map<String, Rate> linked = new TreeMap<>();
    List<CitySample.City> cities = new ArrayList<>();
    for (LinkGold.Text text : texts) {
      Map<String, NamedEntity> entities = link(text, linker);
      for (LinkGold.Name name : text.names()) {
        NamedEntity entity = entities.get(name.form());
        if (entity == null || !name.id().matches("wikidata:Q[0-9]+")) {
          continue;
        }
        rate(linked, name.kind()).add(entity.id() != null);
        if (name.kind().equals("COUNTRY")) {
          boolean right = name.id().equals(entity.id());
          countries.add(right);
          exactly.add(exact.id(name.form(), name.type()).filter(name.id()::equals).isPresent());
          confusions.add(label(name.id()), entity.id() == null ? "nothing" : label(entity.id()));
          if (knowledge.find(name.id()) >= 0) {
            known.add(right);
          }
        } else if (name.kind().equals("CITY")) {
          cities.add(
              new CitySample.City(
                  name.form(), name.base(), name.id(), entity.id(), context(text, name.form())));
        }
      }
    }
    figures.put(Goal.COUNTRIES, countries.share());
    body.append("\n### Countries linked to Wikidata, NEREL\n\n")
        .append(
            new MarkdownTable("", "countries", "of these, countries that the sources have")
                .row("ours", countries, known)
                .row("exact gazetteer alone", exactly, ""))
        .append("\nNames that got an id, by type of the set: ")
        .append(join(linked))
        .append(".\n\n")
        .append(ConfusionTable.mistakes(confusions));
    describeCities(CitySample.draw(cities), file);
  }

  private void describeCities(CitySample sample, @Nullable Path file) {
    Map<String, Boolean> verdicts = CitySample.verdicts();
    Rate rate = sample.rate(verdicts);
    figures.put(Goal.CITIES, rate.share());
    body.append("\n### Cities linked to GeoNames, NEREL\n\nOf a sample checked by hand ")
        .append(rate)
        .append(" are right; ")
        .append(sample.unlinked())
        .append(" got no id, and ")
        .append(sample.unchecked(verdicts))
        .append(" nobody has checked, which count as wrong. Of those with a capital: ")
        .append(sample.capitalizedRate(verdicts))
        .append("; the set marks adjectives too. `--sample FILE` writes it out.\n");
    if (file != null) {
      sample.write(file, knowledge, verdicts);
      progress.println("the sample of cities is in " + file);
    }
  }

  private String label(String id) {
    int entity = knowledge.find(id);
    String name = entity < 0 ? null : knowledge.name(entity, "en");
    return name == null ? id : name + " (" + id.substring(id.indexOf(':') + 1) + ")";
  }

  private static String context(LinkGold.Text text, String form) {
    int at = Math.max(0, text.text().indexOf(form));
    return text.text()
        .substring(
            Math.max(0, at - CONTEXT), Math.min(text.text().length(), at + form.length() + CONTEXT))
        .replaceAll("\\s+", " ");
  }

  private static Map<String, NamedEntity> link(LinkGold.Text text, Linker linker) {
    LanguageGuess language = new LanguageGuess(text.language(), 1);
    Map<String, NamedEntity> entities = new HashMap<>();
    for (NamedEntity entity :
        linker.link(Document.ofText(text.text()), List.of(), text.spans(), language)) {
      for (TextSpan mention : entity.mentions()) {
        entities.putIfAbsent(mention.text(), entity);
      }
    }
    return entities;
  }

  private static String join(Map<String, Rate> rates) {
    List<String> parts = new ArrayList<>();
    rates.forEach((key, rate) -> parts.add(key + " " + Tally.percent(rate.share())));
    return String.join(", ", parts);
  }

  private static Rate rate(Map<String, Rate> rates, String key) {
    return rates.computeIfAbsent(key, missing -> new Rate());
  }
}
