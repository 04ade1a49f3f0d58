package dev.dateline.testkit.faults;

import java.util.SplittableRandom;

/**
 * A stage throws at an article. No article is known at which one does, so the product needs a
 * {@link #TRAP}.
 */
public record StageThrows() implements Fault {

  private static final String BEGIN = "  public static Document document(Article article) {\n";

  /** Makes reading throw at the title of the poison. */
  public static final Mutation TRAP =
      new Mutation(
          "a stage throws",
          "enrich",
          "dev.dateline.enrich.topology.TagMapping",
          BEGIN,
          BEGIN
              + "    if (article.getTitle().equals(\""
              + Poison.THROWING
              + "\")) {\n      throw new IllegalArgumentException(\"a stage throws\");\n    }\n");

  @Override
  public String name() {
    return "a stage throws";
  }

  @Override
  public Part part() {
    return Part.ENRICH;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    Poison.Kind.THROWING.send(wire, Part.ENRICH, 1);
  }
}
