package dev.dateline.testkit.faults;

import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.SplittableRandom;
import org.apache.kafka.common.config.TopicConfig;

/** The broker takes no dead letter, however small, until an operator lets it again. */
public record LettersRefused() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SMALLEST = "64";
  private static final int LETTERS = 5;

  /** Time for the relay to try it, and to fail. */
  private static final Duration LONG = Duration.ofSeconds(8);

  @Override
  public String name() {
    return "dead letters refused by the broker";
  }

  @Override
  public Part part() {
    return Part.SINK;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    String topic = Topics.DEAD_LETTER.name();
    String before = wire.log().configure(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, SMALLEST);
    try {
      long stored = wire.tables().outbox().size();
      Poison.Kind.MAGIC.send(wire, Part.SINK, LETTERS);
      Waiting.until(
          "dead letters in the outbox",
          PATIENCE,
          () -> wire.tables().outbox().size() >= stored + LETTERS);
      Waiting.pause(LONG);
    } finally {
      wire.log().configure(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, before);
    }
  }
}
