package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.takedown.Remain;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.TakedownLift;
import java.time.Instant;
import java.util.Locale;

/** Takedowns as JSON. */
public final class TakedownJson {

  private TakedownJson() {}

  /** {@code id, url, reason, statedAt, lift}; the last, with the same two, where it was lifted. */
  public static ObjectNode of(Takedown takedown) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", takedown.getId())
            .put("url", takedown.getUrl())
            .put("reason", takedown.getReason())
            .put("statedAt", takedown.getStatedAt().toString());
    TakedownLift lift = takedown.getLift();
    if (lift != null) {
      json.putObject("lift")
          .put("reason", lift.getReason())
          .put("statedAt", lift.getStatedAt().toString());
    }
    return json;
  }

  /** {@code place, what, fate, goneBy}; the last is null where nothing says when. */
  public static ObjectNode of(Remain remain) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("place", remain.place())
        .put("what", remain.what())
        .put("fate", remain.fate().name().toLowerCase(Locale.ROOT))
        .put("goneBy", remain.goneBy().map(Instant::toString).orElse(null));
  }
}
