package dev.dateline.testkit.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down, inside PostgreSQL, who claimed a partition and who moved its offset. Every sink has
 * a name of its own there.
 */
final class Audit {

  private static final String INSTALL =
      """
      CREATE TABLE IF NOT EXISTS fault_audit (
        step bigserial PRIMARY KEY, partition int, sink text,
        old_epoch bigint, epoch bigint, old_next bigint, next bigint);
      CREATE OR REPLACE FUNCTION fault_audit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO fault_audit (partition, sink, old_epoch, epoch, old_next, next)
        VALUES (NEW.partition, current_setting('application_name'),
          CASE TG_OP WHEN 'UPDATE' THEN OLD.epoch END, NEW.epoch,
          CASE TG_OP WHEN 'UPDATE' THEN OLD.next_offset END, NEW.next_offset);
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER fault_audit AFTER INSERT OR UPDATE ON sink_offset
        FOR EACH ROW EXECUTE FUNCTION fault_audit();
      """;

  private final Tables tables;
  private boolean watching;

  Audit(Tables tables) {
    this.tables = tables;
  }

  /** A step of a partition; a claim raises the epoch, all else moves the offset. */
  private record Step(
      int partition, String sink, long oldEpoch, long epoch, long oldNext, long next) {

    boolean isClaim() {
      return epoch != oldEpoch;
    }
  }

  /** From now on everything is written down; the tables of the sink must be there. */
  void watch() {
    if (!watching) {
      tables.execute(INSTALL);
      watching = true;
    }
  }

  /** How many claims there were. */
  long claims() {
    return steps().stream().filter(Step::isClaim).count();
  }

  private List<Step> steps() {
    return watching
        ? tables.read(
            """
            SELECT partition, sink, coalesce(old_epoch, 0), epoch, coalesce(old_next, 0),
              coalesce(next, 0)
            FROM fault_audit ORDER BY step
            """,
            row ->
                new Step(
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        : List.of();
  }

  /** What a sink did that had no right to. */
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    Map<Integer, String> owners = new HashMap<>();
    for (Step step : steps()) {
      String owner = owners.get(step.partition());
      if (step.isClaim()) {
        owners.put(step.partition(), step.sink());
        check(violations, step, step.epoch() == step.oldEpoch() + 1, "epochs skip");
        check(violations, step, step.next() == step.oldNext(), "a claim moves the offset");
      } else {
        check(violations, step, step.next() >= step.oldNext(), "the offset falls");
        check(violations, step, step.next() != step.oldNext(), "a claim keeps the epoch");
        check(
            violations,
            step,
            owner == null || owner.equals(step.sink()),
            "the claim is that of " + owner);
      }
    }
    return violations;
  }

  private static void check(List<Violation> violations, Step step, boolean holds, String what) {
    if (!holds) {
      violations.add(
          new Violation(
              Violation.Rule.FENCED,
              Part.SINK.command() + "-" + step.partition(),
              what + ": " + step));
    }
  }
}
