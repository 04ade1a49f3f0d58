package dev.dateline.app.faults;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.DatabaseFault;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FrozenTransaction;
import dev.dateline.testkit.faults.JoinAndLeave;
import dev.dateline.testkit.faults.LettersHeldUp;
import dev.dateline.testkit.faults.LettersRefused;
import dev.dateline.testkit.faults.NetworkFault;
import dev.dateline.testkit.faults.NetworkFault.Link;
import dev.dateline.testkit.faults.NetworkFault.Trouble;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.PoisonDose;
import dev.dateline.testkit.faults.StageThrows;
import dev.dateline.testkit.faults.WipedState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What goes wrong around the processes: the database, the register's folder, the group, the data.
 */
@Tag("faults-long")
@Timeout(7200)
class OtherFaultsIT {

  private static final int ARTICLES = Integer.getInteger("faults.articles", 1_500);
  private static final int TIMES = Integer.getInteger("faults.times", 3);

  @Test
  void theDatabaseFails() {
    Faults.run("database", ARTICLES, repeated(List.of(DatabaseFault.values())));
  }

  @Test
  void theNetworkFails() {
    List<Fault> faults = new ArrayList<>();
    for (Link link : Link.values()) {
      for (Trouble trouble : Trouble.values()) {
        faults.add(new NetworkFault(link, trouble));
      }
    }

    Faults.run("network", ARTICLES, repeated(faults));
  }

  @Test
  void theRegisterIsLost() {
    Faults.run("register", ARTICLES / 2, repeated(List.of(new WipedState())));
  }

  @Test
  void processesJoinAndLeave() {
    Faults.run(
        "groups",
        ARTICLES,
        repeated(List.of(new JoinAndLeave(Part.ENRICH), new JoinAndLeave(Part.SINK))));
  }

  @Test
  void poisonBecomesOneDeadLetterEach() {
    Faults.run(
        "poison",
        ARTICLES / 2,
        repeated(List.of(new PoisonDose(Part.ENRICH), new PoisonDose(Part.SINK))));
  }

  @Test
  void aStageThatThrowsMakesOneDeadLetter() {
    Faults.run(
        "stage",
        ARTICLES / 5,
        repeated(List.of(new StageThrows())),
        setup -> setup.mutated(List.of(StageThrows.TRAP)));
  }

  @Test
  void deadLettersWaitForTheBroker() {
    Faults.run(
        "letters", ARTICLES / 3, repeated(List.of(new LettersHeldUp(), new LettersRefused())));
  }

  @Test
  void transactionsThatTheBrokerEndedAreSentAgain() {
    Faults.run(
        "transactions",
        ARTICLES / 3,
        repeated(
            List.of(
                new FrozenTransaction(FaultPoint.INGEST_BATCH_SENT),
                new FrozenTransaction(FaultPoint.ENRICH_OFFSETS_SENT),
                new FrozenTransaction(FaultPoint.ENRICH_COMMITTING))));
  }

  private static List<Fault> repeated(List<? extends Fault> faults) {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      all.addAll(faults);
    }
    return all;
  }
}
