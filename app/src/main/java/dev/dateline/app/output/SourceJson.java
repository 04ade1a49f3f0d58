package dev.dateline.app.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.watch.SourceCatalog.Listed;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.WatchedSource;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source and how it does as JSON, for people and programs. */
public final class SourceJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SourceJson() {}

  /** An object with all that is stated and known of a source. */
  public static ObjectNode of(Listed listed) {
    WatchedSource source = listed.source();
    SourceState state = listed.state();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", source.getId());
    json.put("kind", lower(source.getKind()));
    json.put("url", source.getUrl());
    json.put("name", source.getName());
    json.put("language", source.getLanguage());
    ArrayNode categories = json.putArray("categories");
    source.getCategories().forEach(categories::add);
    json.put("pages", lower(source.getPages()));
    json.put("status", source.getPaused() ? "paused" : lower(state.getStatus()));
    json.put("movedTo", state.getUrl());
    json.put("items", listed.items());
    json.put("published", state.getPublished());
    json.put("intervalSeconds", state.getIntervalSeconds());
    json.put("polledAt", text(state.getPolledAt()));
    json.put("succeededAt", text(state.getSucceededAt()));
    json.put("nextPollAt", text(state.getNextPollAt()));
    json.put("failure", state.getFailure());
    json.put("failures", state.getFailures());
    json.put("gaps", state.getGaps());
    json.put("gapAt", text(state.getGapAt()));
    json.put("trustsNotModified", state.getTrusted());
    json.set("hub", hub(state.getHub()));
    return json;
  }

  /** The WebSub hub that the source names; null where it names none. */
  private static @Nullable ObjectNode hub(@Nullable HubState hub) {
    if (hub == null) {
      return null;
    }
    ObjectNode json = MAPPER.createObjectNode();
    json.put("status", lower(hub.getStatus()));
    json.put("reason", hub.getReason());
    json.put("url", hub.getUrl());
    json.put("topic", hub.getTopic());
    json.put("heldSince", text(hub.getHeldSince()));
    json.put("leaseEndsAt", text(hub.getEndsAt()));
    json.put("nextAt", text(hub.getNextAt()));
    json.put("published", hub.getDelivered());
    json.put("deliveredAt", text(hub.getDeliveredAt()));
    return json;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
