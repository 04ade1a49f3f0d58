package dev.dateline.schemas;

/** Where something can fail for good; dead letters carry the name of the stage. */
public enum DeadLetterStage {
  INGEST_READ("ingest.read"),
  ENRICH_DECODE("enrich.decode"),
  ENRICH_TAG("enrich.tag"),
  ENRICH_PUBLISH("enrich.publish"),
  SINK_DECODE("sink.decode"),
  SINK_STORE("sink.store");

  private final String label;

  DeadLetterStage(String label) {
    this.label = label;
  }

  /** The name on dead letters: the service, a point, the step. */
  public String label() {
    return label;
  }
}
