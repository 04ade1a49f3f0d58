package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the knowledge base taken apart, by their keys. The news names the same things again and
 * again, and the same words that begin like a name and are none.
 */
final class ReadNames {

  /** A power of two. */
  private static final int REMEMBERED = 1 << 14;

  private final Knowledge knowledge;

  /** What was read last. Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable Entry[] remembered = new Entry[REMEMBERED];

  private record Entry(long key, List<ReadName> names) {}

  ReadNames(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The names under a key. Other names may share it: check them. */
  List<ReadName> under(long key) {
    int place = (int) (key >>> 32) & REMEMBERED - 1;
    Entry before = remembered[place];
    if (before != null && before.key() == key) {
      return before.names();
    }
    List<ReadName> names = read(key);
    remembered[place] = new Entry(key, names);
    return names;
  }

  private List<ReadName> read(long key) {
    List<ReadName> names = new ArrayList<>(0);
    knowledge.lookUp(
        key,
        (entity, name, weak) ->
            names.add(
                ReadName.of(
                    name, entity, knowledge.type(entity), knowledge.prominence(entity), weak)));
    return List.copyOf(names);
  }
}
