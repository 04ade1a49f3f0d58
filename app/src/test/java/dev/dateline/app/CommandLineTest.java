package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpNamesEveryCommandAndExitCode() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString())
        .contains("run", "tail", "get", "search", "tag", "ingest", "enrich", "sink", "console")
        .contains("Exit codes:", "the data folder is of another version");
    assertThat(ExitCode.values())
        .allSatisfy(
            code -> assertThat(out.toString()).containsPattern("(?m)^ +" + code.code() + " "));
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "tail",
        "get",
        "search",
        "tag",
        "ingest",
        "enrich",
        "sink",
        "console",
        "broker",
        "knowledge",
        "eval",
        "model",
        "model fetch",
        "model list",
        "dlq",
        "dlq list",
        "dlq show",
        "dlq redrive",
        "takedown",
        "takedown verify",
        "ledger",
        "replay",
        "replay show",
        "replay promote",
        "replay drop"
      })
  void everyCommandHasHelp(String command) {
    assertThat(run((command + " --help").split(" "))).isZero();

    assertThat(out.toString()).contains("Usage: dateline " + command);
  }

  @Test
  void anUnknownFlagIsNamedWithItsNearMatch() {
    assertThat(run("run", "--onec", "samples/")).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains("--onec", "--once").doesNotContain("at dev.dateline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search x --limit", "search x -n", "tail --last"})
  void aCountIsAWholeNumber(String line) {
    for (String value : List.of("-1", "many", "99999999999")) {
      assertThat(run((line + " " + value).split(" "))).isEqualTo(ExitCode.USAGE.code());

      assertThat(err.toString()).contains("'" + value + "' is no whole number");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--all --code TOO_LARGE", "--all a", "--all --rate 0"})
  void aRedriveSaysWhichLettersItMeans(String options) {
    assertThat(run(("dlq redrive " + options).strip().split(" "))).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void anUnknownSettingIsNamedWithItsNearMatch() {
    int code =
        run(
            "run",
            "--once",
            "--data",
            folder.resolve("d").toString(),
            "--set",
            "sink.batch-recrods=1",
            folder.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("Did you mean 'sink.batch-records'?");
  }

  @Test
  void aMissingPathIsAnInputFault() {
    assertThat(run("run", "--once", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.INPUT.code());

    assertThat(err.toString()).contains("no file or folder " + folder.resolve("none"));
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsToldInOneLine() {
    assertThat(run("run", "--once", "--data", "/proc/x", folder.toString()))
        .isEqualTo(ExitCode.DATA_FOLDER.code());

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("dateline: The data folder /proc/x cannot be written: ");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNoFaultOfDateline() {
    assertThat(run("get", "x", "--set", "sink.jdbc-url=jdbc:postgresql://127.0.0.1:1/x"))
        .isEqualTo(ExitCode.UNAVAILABLE.code());

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("dateline: The database does not answer: ")
        .contains("127.0.0.1:1", "Check sink.jdbc-url");
  }

  @Test
  void anUnknownCommandIsNamedWithItsNearMatch() {
    assertThat(run("saerch", "x")).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains("no command 'saerch'", "Did you mean search?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus --help", "dlq bogus --help", "--help bogus"})
  void helpDoesNotHideAnUnknownCommand(String line) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains("no command 'bogus'");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source add --kind rss https://a.example/ | --kind is one of feed, sitemap, page, but not"
            + " 'rss'",
        "search x -o xml | --output is one of table, json, ndjson, but not 'xml'",
        "knowledge import --from x f | --from is one of wikidata, jrc-names, geonames,",
        "eval beauty | WHAT is one of language, entities, links, topics",
      })
  void valuesAreNamedAsTheyAreWritten(String line, String message) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search x", "tail"})
  void aTopicThatDoesNotExistIsRefused(String command) {
    assertThat(run((command + " -t sport,nosuchtopic").split(" ")))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString())
        .contains("There is no topic 'nosuchtopic'", "human-interest")
        .doesNotContain("topic 'sport'");

    // what exists is asked for: here there is nothing to ask
    for (String topic :
        List.of("sport", "Human interest", "medtop:20000002", "20000002", "politics-and")) {
      assertThat(run("search", "x", "-t", topic, "--data", folder.resolve("none").toString()))
          .isEqualTo(ExitCode.NOT_FOUND.code());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --once nowhere",
        "run --onec nowhere",
        "run --set htpp.port=1 nowhere",
        "tag nowhere",
        "ingest --set ingest.path=nowhere",
        "search x --data nowhere",
        "search x --data src",
        "broker --data src",
      })
  void onlyDebugShowsAStackTrace(String line) {
    int code = run(line.split(" "));
    String plain = err.toString();

    assertThat(run((line + " --debug").split(" "))).isEqualTo(code).isGreaterThan(1);

    assertThat(plain).startsWith("dateline: ").doesNotContain("\tat ");
    assertThat(err.toString().substring(plain.length()))
        .contains("\tat ", plain.lines().findFirst().orElseThrow());
  }

  @Test
  void readingWithoutADataFolderSaysWhatToRunFirst() {
    assertThat(run("search", "x", "--data", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.NOT_FOUND.code());

    assertThat(err.toString()).contains("dateline run --once samples/");
  }

  @Test
  void anEvaluationWithoutItsSetsNamesThemAndWhereTheyComeFrom() {
    Path page = folder.resolve("quality.md");
    int code = run("eval", "topics", "--data", folder.toString(), "--page", page.toString());

    assertThat(code).isEqualTo(ExitCode.INPUT.code());
    assertThat(err.toString())
        .contains("--data", "sib200/sib200-train-dev.tar.gz", "github.com/dadelani/sib-200")
        .doesNotContain("at dev.dateline");
    assertThat(page).doesNotExist();
  }

  @Test
  void anEvaluationThatWouldHaveNowhereToWriteDoesNotBegin() {
    Path page = folder.resolve("none").resolve("quality.md");

    assertThat(run("eval", "language", "--page", page.toString())).isEqualTo(ExitCode.INPUT.code());
    assertThat(err.toString()).contains("--page");
  }

  @Test
  void whatCannotBeMeasuredIsAUsageError() {
    assertThat(run("eval", "beauty")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).containsIgnoringCase("language, entities, links, topics");
  }

  @ParameterizedTest
  @CsvSource({
    "source add http://a.example/ --kind feeds, '--kind is one of feed, sitemap, page, but not'",
    "source add http://a.example/ --pages no, '--pages is one of auto, always, never, but not'",
    "search x -o xml, '--output is one of table, json, ndjson, but not'",
    "eval beauty, 'WHAT is one of language, '",
  })
  void anUnknownWordIsToldWithThoseOfTheHelp(String line, String told) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains(told).doesNotContain("[");
  }

  @Test
  void theDeepTaggerIsNotMeasuredWithoutItsModel() {
    Path models = folder.resolve("models");
    int code = run("eval", "topics", "--tagger", "deep", "--models", models.toString());

    assertThat(code).isEqualTo(ExitCode.UNAVAILABLE.code());
    assertThat(err.toString()).contains(models.toString(), "dateline model fetch", "--tagger fast");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
