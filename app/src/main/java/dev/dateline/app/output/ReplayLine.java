package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.replay.ReplaySummary;
import dev.dateline.app.replay.TagDifference;
import java.util.ArrayList;
import java.util.List;

/** What another tagging makes of articles, as lines and as JSON. */
public final class ReplayLine {

  private ReplayLine() {}

  /** One article that differs. */
  public static String of(TagDifference difference) {
    List<String> changes = new ArrayList<>();
    difference.topicsAdded().forEach(topic -> changes.add("+" + topic));
    difference.topicsGone().forEach(topic -> changes.add("-" + topic));
    difference.entitiesAdded().forEach(entity -> changes.add("+" + entity));
    difference.entitiesGone().forEach(entity -> changes.add("-" + entity));
    return ArticleLine.printable(
        "%s@%d  %s".formatted(difference.id(), difference.revision(), String.join(", ", changes)));
  }

  /** {@code id, revision, title, topicsAdded, topicsGone, entitiesAdded, entitiesGone}. */
  public static ObjectNode json(TagDifference difference) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", difference.id())
            .put("revision", difference.revision())
            .put("title", difference.title());
    difference.topicsAdded().forEach(json.putArray("topicsAdded")::add);
    difference.topicsGone().forEach(json.putArray("topicsGone")::add);
    difference.entitiesAdded().forEach(json.putArray("entitiesAdded")::add);
    difference.entitiesGone().forEach(json.putArray("entitiesGone")::add);
    return json;
  }

  /** All of them in one line. */
  public static String of(ReplaySummary summary) {
    return "compared %d articles, %d differ: topics +%d -%d, entities +%d -%d%s"
        .formatted(
            summary.tagged(),
            summary.different(),
            summary.topicsAdded(),
            summary.topicsGone(),
            summary.entitiesAdded(),
            summary.entitiesGone(),
            summary.failed() == 0 ? "" : "; " + summary.failed() + " could not be tagged");
  }
}
