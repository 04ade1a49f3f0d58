package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.name.NameSpan;

/**
 * A name where it stands.
 *
 * @param inTitle whether it stands in the title, not in the text
 */
record Mention(NameSpan name, boolean inTitle) {

  String form() {
    return name.span().text();
  }

  EntityType type() {
    return name.type();
  }
}
