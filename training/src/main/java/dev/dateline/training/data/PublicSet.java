package dev.dateline.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The public sets that taggers are trained and measured on: where each lies in the folder of the
 * sets, and where it comes from. None of them is part of Dateline.
 */
public enum PublicSet {
  /** Sentences in 205 languages, each with one of seven topics. */
  SIB200(
      "SIB-200",
      "https://github.com/dadelani/sib-200, the folders of data/annotated",
      "sib200/sib200-train-dev.tar.gz"),
  /** Articles in 16 languages of Africa, each with one of seven topics. */
  MASAKHANEWS(
      "MasakhaNEWS",
      "https://github.com/masakhane-io/masakhane-news, data with dev.tsv and train.tsv",
      "masakhanews/masakhanews-dev.tar.gz"),
  /** English articles in five topics; for measuring only. */
  BBC(
      "BBC",
      "https://github.com/suraj-deshmukh/BBC-Dataset-News-Classification, dataset/data_files",
      "bbc5/bbc5.tar.gz"),
  /** German news messages with IPTC codes; for measuring only. */
  DPA(
      "dpa",
      "https://github.com/dpa-newslab/newsmlg2-testdata, data",
      "dpa-newsml-g2/20170629-dpa-sample.tar.gz"),
  /** Documents in Slavic languages with names, base forms and ids. */
  SLAVNER(
      "SlavNER",
      "https://github.com/UL-FRI-Zitnik/BSNLP-2021-Shared-Task, data/datasets/bsnlp",
      "bsnlp-slavner/bsnlp-slavner-dev.tar.gz"),
  /** Russian documents with names and Wikidata ids. */
  NEREL(
      "NEREL",
      "https://github.com/nerel-ds/NEREL, NEREL-v1.1/train and NEREL-v1.1/dev",
      "nerel/NEREL-v1.1-train.tar.gz",
      "nerel/NEREL-v1.1-dev.tar.gz"),
  /** Feeds of all kinds, each with the values that a reader is to find; for measuring only. */
  GOFEED("gofeed", "https://github.com/mmcdole/gofeed, testdata", "gofeed/gofeed-testdata.tar.gz"),
  /** Valid and invalid feeds; for measuring only. */
  W3C_FEEDS(
      "W3C feed validator",
      "https://github.com/w3c/feedvalidator, testcases",
      "w3c-feedvalidator/testcases.tar.gz"),
  /**
   * Pages with texts that must and must not be found, titles, authors, dates; for measuring only.
   */
  TRAFILATURA(
      "trafilatura",
      "https://github.com/adbar/trafilatura, tests/eval and tests/cache with tests/evaldata.py as JSON",
      "trafilatura-eval/evaldata.json",
      "trafilatura-eval/pages.tar.gz"),
  /** Pages with the day of their publication; for measuring only. */
  HTMLDATE(
      "htmldate",
      "https://github.com/adbar/htmldate, the pages of tests that trafilatura lacks, and eval_default.json",
      "htmldate-eval/eval_default.json",
      "htmldate-eval/pages-not-in-trafilatura-eval.tar.gz"),
  /** Files in many charsets, a folder each; for measuring only. */
  CHARDET("chardet", "https://github.com/chardet/chardet, tests as they lie", "chardet/README");

  private final String label;
  private final String origin;
  private final List<String> archives;

  PublicSet(String label, String origin, String... archives) {
    this.label = label;
    this.origin = origin;
    this.archives = List.of(archives);
  }

  /** Its name as its authors write it. */
  public String label() {
    return label;
  }

  /** Whether a folder of sets holds all of it. */
  public boolean isIn(Path data) {
    return archives(data).stream().allMatch(Files::isRegularFile);
  }

  /** Its archives in a folder of sets. */
  public List<Path> archives(Path data) {
    return archives.stream().map(data::resolve).toList();
  }

  /** One sentence that says what to put where. */
  public String whereToGet() {
    return label + ": pack " + origin + ", as " + String.join(" and ", archives) + ".";
  }
}
