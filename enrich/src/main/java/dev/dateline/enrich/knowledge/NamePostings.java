package dev.dateline.enrich.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where in a file the names of the entities are to be found: the sections behind the entities. */
final class NamePostings {

  private record Posting(long key, int entity, int place) {}

  private final List<Posting> postings = new ArrayList<>();
  private final int slots;
  private final byte[] reach;

  NamePostings(List<EntityNames> entities) {
    slots =
        KnowledgeFormat.slots(entities.stream().mapToInt(names -> names.searched().size()).sum());
    reach = new byte[slots];
    for (int i = 0; i < entities.size(); i++) {
      for (EntityNames.Searched name : entities.get(i).searched()) {
        int place = entities.get(i).listed().indexOf(name.name());
        postings.add(new Posting(name.key(), i, place));
        int slot = KnowledgeFormat.reachSlot(name.first(), slots);
        reach[slot] = (byte) Math.max(reach[slot], name.words());
      }
    }
    postings.sort(
        Comparator.<Posting>comparingInt(posting -> KnowledgeFormat.bucket(posting.key(), slots))
            .thenComparingInt(posting -> KnowledgeFormat.fingerprint(posting.key()))
            .thenComparingInt(Posting::entity)
            .thenComparingInt(Posting::place));
  }

  /** Writes buckets, keys, postings and reach. */
  void write(List<byte[]> sections) {
    Output buckets = new Output();
    Output fingerprints = new Output();
    Output values = new Output();
    int bucket = 0;
    for (int i = 0; i < postings.size(); i++) {
      Posting posting = postings.get(i);
      while (bucket <= KnowledgeFormat.bucket(posting.key(), slots)) {
        buckets.putInt(i);
        bucket++;
      }
      fingerprints.putThreeBytes(KnowledgeFormat.fingerprint(posting.key()));
      values.putInt(posting.entity() << KnowledgeFormat.NAME_BITS | posting.place());
    }
    for (; bucket <= slots; bucket++) {
      buckets.putInt(postings.size());
    }
    sections.add(buckets.toByteArray());
    sections.add(fingerprints.toByteArray());
    sections.add(values.toByteArray());
    sections.add(reach);
  }
}
