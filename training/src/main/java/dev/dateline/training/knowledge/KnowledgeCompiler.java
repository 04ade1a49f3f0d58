package dev.dateline.training.knowledge;

import dev.dateline.enrich.knowledge.KnowledgeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compiles the knowledge file: {@code KnowledgeCompiler SOURCES TABLES OUTPUT}. The same sources
 * and tables give the same bytes.
 */
public final class KnowledgeCompiler {

  private KnowledgeCompiler() {}

  /**
   * Compiles a knowledge file.
   *
   * @param arguments the folder of the unpacked source packages, the folder of the project's own
   *     tables, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("Usage: KnowledgeCompiler SOURCES TABLES OUTPUT");
    }
    Path output = Path.of(arguments[2]);
    compile(Path.of(arguments[0]), Path.of(arguments[1]), output);
    System.out.printf("%s: %,d bytes%n", output, Files.size(output));
  }

  /** Reads sources and tables and writes the file. */
  public static void compile(Path sources, Path tables, Path output) throws IOException {
    Drafts drafts = new Drafts();
    Countries countries = new Countries(drafts);
    countries.readCountryCoder(sources);
    countries.readLocaleNames(sources);
    new Regions(drafts, countries).read(sources);
    new Cities(drafts).read(sources);
    Brands brands = new Brands(drafts);
    brands.readLabels(sources);
    FlagSubjects flags = new FlagSubjects();
    flags.read(sources);
    new Curated(drafts, countries, brands, flags).read(tables);
    brands.read(sources);
    KnowledgeWriter.write(output, drafts.finish());
  }
}
