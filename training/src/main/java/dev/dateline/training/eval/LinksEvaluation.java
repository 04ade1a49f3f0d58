package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.Linker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures linking and base forms where the names are given: {@code LinksEvaluation DATA
 * [mistakes]}.
 */
public final class LinksEvaluation {

  private final Knowledge knowledge = Knowledge.load();
  private final Gazetteer gazetteer = new Gazetteer(knowledge);
  private Linker linker = new Linker(gazetteer);
  private final boolean showMistakes;

  private LinksEvaluation(boolean showMistakes) {
    this.showMistakes = showMistakes;
  }

  /** How often something was right. */
  private static final class Rate {
    int right;
    int all;

    void add(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.3f (%d of %d)", all == 0 ? 0 : (double) right / all, right, all);
    }
  }

  /** A name of a document that got an id. */
  private record Linked(String language, String gold, String form) {}

  /**
   * Prints the figures.
   *
   * @param arguments the folder of the data sets; {@code mistakes} to print those as well
   */
  public static void main(String[] arguments) {
    LinksEvaluation evaluation = new LinksEvaluation(arguments.length > 1);
    Path data = Path.of(arguments[0]);
    evaluation.slavNer(LinkGold.slavNer(data));
    evaluation.nerel(LinkGold.nerel(data, "NEREL-v1.1-dev.tar.gz"), "dev");
    evaluation.nerel(LinkGold.nerel(data, "NEREL-v1.1-train.tar.gz"), "train");
  }

  private void slavNer(List<LinkGold.Text> texts) {
    Map<String, Rate> bases = new TreeMap<>();
    Map<String, Rate> unlinkedBases = new TreeMap<>();
    Map<String, Rate> coverage = new TreeMap<>();
    Map<String, List<Linked>> byId = new HashMap<>();
    String topic = "";
    for (LinkGold.Text text : texts) {
      if (!text.topic().equals(topic)) {
        topic = text.topic();
        linker = new Linker(gazetteer, BaseFormLearner.learn(knowledge, texts, topic));
      }
      Map<String, NamedEntity> entities = link(text);
      for (LinkGold.Name name : text.names()) {
        NamedEntity entity = entities.get(name.form());
        if (entity == null) {
          continue;
        }
        LanguageGuess language = new LanguageGuess(text.language(), 1);
        String base = linker.baseForm(name.form(), entity, language);
        boolean right = base.equalsIgnoreCase(name.base());
        rate(bases, text.language()).add(right);
        rate(bases, text.language() + " " + name.kind()).add(right);
        if (entity.id() == null) {
          rate(unlinkedBases, text.language()).add(right);
        }
        rate(coverage, name.kind()).add(entity.id() != null);
        if (!right && showMistakes) {
          System.out.printf(
              "BASE %s %s: %s -> %s, not %s%n",
              text.language(), name.kind(), name.form(), base, name.base());
        }
        if (entity.id() != null) {
          byId.computeIfAbsent(entity.id(), id -> new ArrayList<>())
              .add(new Linked(text.language(), name.id(), name.form()));
        } else if (showMistakes && name.kind().matches("LOC|ORG")) {
          System.out.printf(
              "NOID %s %s: %s (%s)%n", text.language(), name.kind(), name.base(), name.id());
        }
      }
    }
    System.out.println("slavner, base form right, topic unseen: " + bases);
    System.out.println("slavner, base form right without a link: " + unlinkedBases);
    System.out.println("slavner, names with an id: " + coverage);
    printPairs(byId);
  }

  /** Pairs of names of different languages with one id of ours: how many have one gold id. */
  private void printPairs(Map<String, List<Linked>> byId) {
    long right = 0;
    long all = 0;
    for (Map.Entry<String, List<Linked>> entry : new TreeMap<>(byId).entrySet()) {
      List<Linked> names = entry.getValue();
      Map<String, Long> byGold = new TreeMap<>();
      Map<String, Long> byLanguage = new HashMap<>();
      Map<String, Long> byBoth = new HashMap<>();
      for (Linked name : names) {
        byGold.merge(name.gold(), 1L, Long::sum);
        byLanguage.merge(name.language(), 1L, Long::sum);
        byBoth.merge(name.gold() + name.language(), 1L, Long::sum);
      }
      long pairs = pairs(names.size()) - sum(byLanguage);
      long same = sum(byGold) - sum(byBoth);
      all += pairs;
      right += same;
      if (showMistakes && same < pairs) {
        Set<String> forms = new HashSet<>();
        names.forEach(name -> forms.add(name.form()));
        System.out.printf("PAIR %d %s: %s %s%n", pairs - same, entry.getKey(), byGold, forms);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "slavner, same id across languages: %.4f (%d of %d pairs)%n",
        (double) right / Math.max(1, all),
        right,
        all);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(LinksEvaluation::pairs).sum();
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }

  private void nerel(List<LinkGold.Text> texts, String part) {
    Map<String, Rate> linked = new TreeMap<>();
    Map<String, Rate> right = new TreeMap<>();
    for (LinkGold.Text text : texts) {
      Map<String, NamedEntity> entities = link(text);
      for (LinkGold.Name name : text.names()) {
        NamedEntity entity = entities.get(name.form());
        if (entity == null || !name.id().matches("wikidata:Q[0-9]+")) {
          continue;
        }
        rate(linked, name.kind()).add(entity.id() != null);
        if (name.kind().equals("COUNTRY")) {
          boolean same = name.id().equals(entity.id());
          rate(right, name.kind()).add(same);
          if (knowledge.find(name.id()) >= 0) {
            rate(right, "COUNTRY that the sources have").add(same);
          }
          if (!same && showMistakes) {
            System.out.printf("COUNTRY %s (%s) -> %s%n", name.form(), name.id(), entity.id());
          }
        } else if (entity.id() == null && showMistakes) {
          System.out.printf("NOID ru %s: %s %s%n", name.kind(), name.form(), name.base());
        } else if (name.kind().equals("CITY")) {
          rate(right, "CITY in GeoNames").add(entity.id().startsWith("geonames:"));
          if (showMistakes) {
            System.out.printf("CITY %s -> %s %s%n", name.form(), entity.id(), entity.englishName());
          }
        }
      }
    }
    System.out.println("nerel " + part + ", with an id: " + linked);
    System.out.println("nerel " + part + ", right: " + right);
  }

  private Map<String, NamedEntity> link(LinkGold.Text text) {
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

  private static Rate rate(Map<String, Rate> rates, @Nullable String key) {
    return rates.computeIfAbsent(String.valueOf(key), missing -> new Rate());
  }
}
