package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.topology.CorrectionReader;
import dev.dateline.runtime.ExitCode;
import dev.dateline.testkit.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for single entities, on a real broker and registry. */
class KnowledgeEntitiesIT {

  private static final String PLOVDIV = "geonames:728193";

  private static TestCluster cluster;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void startCluster() {
    cluster = TestCluster.start();
  }

  @AfterAll
  static void closeCluster() {
    cluster.close();
  }

  @Test
  void anOperatorAddsCorrectsRemovesAndRestores() {
    assertThat(run("add", "own:zulvex", "--type", "organization", "--name", "bg=Зулвекс")).isZero();
    assertThat(run("add", "own:zulvex", "--type", "PLACE", "--name", "en=X"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(run("correct", "own:zulvex", "--name", "en=Zulvex", "--at", "42.5,27.25")).isZero();
    assertThat(run("correct", PLOVDIV, "--no-alias", "Philippopolis", "--population", "7"))
        .isZero();
    assertThat(run("correct", "own:nothing", "--name", "en=X"))
        .isEqualTo(ExitCode.NOT_FOUND.code());

    EntityDraft zulvex = heard().entities().get("own:zulvex");
    assertThat(zulvex.names()).containsEntry("bg", "Зулвекс").containsEntry("en", "Zulvex");
    assertThat(zulvex.coordinates()).isEqualTo(new Coordinates(42.5, 27.25));
    EntityDraft plovdiv = heard().entities().get(PLOVDIV);
    assertThat(plovdiv.names()).containsEntry("bg", "Пловдив");
    assertThat(plovdiv.population()).isEqualTo(7);
    assertThat(plovdiv.country()).isEqualTo("BG");

    assertThat(run("show", PLOVDIV)).isZero();
    assertThat(run("remove", PLOVDIV)).isZero();
    assertThat(run("remove", "own:zulvex")).isZero();
    assertThat(run("show", PLOVDIV)).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(heard().removed()).containsExactly(PLOVDIV);
    assertThat(heard().entities()).isEmpty();

    assertThat(run("restore", PLOVDIV)).isZero();
    assertThat(run("restore", PLOVDIV)).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(heard()).isEqualTo(Corrections.NONE);
    assertThat(err.toString()).contains("is known already", PLOVDIV + " was removed");
  }

  private static Corrections heard() {
    try (CorrectionReader reader = new CorrectionReader(cluster.clients())) {
      return reader.readToEnd(Duration.ofSeconds(30));
    }
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("knowledge"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--set",
            "kafka.bootstrap=" + cluster.settings().bootstrap(),
            "--set",
            "kafka.registry=" + cluster.settings().registry()));
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
