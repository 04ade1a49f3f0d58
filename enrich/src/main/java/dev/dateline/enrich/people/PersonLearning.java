package dev.dateline.enrich.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.EntityOrigin;
import dev.dateline.schemas.PersonMemory;
import dev.dateline.schemas.PersonSighting;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A person is learnt once several publishers have named them: a name that a single one uses may be
 * a slip of the tagger or of the publisher.
 *
 * @param publishers how many it takes; 0 learns nobody
 */
public record PersonLearning(int publishers) {

  /** Less than a person whom a source of knowledge has, so that these win over the learnt ones. */
  private static final int PROMINENCE = 100;

  private static final int MOST_LANGUAGES = 20;
  private static final int ID_CHARACTERS = 16;

  /** Whether a sighting makes the person known. */
  public boolean isLearntBy(PersonMemory memory) {
    return publishers > 0 && !memory.getLearnt() && memory.getPublishers().size() >= publishers;
  }

  /**
   * What is remembered after a sighting.
   *
   * @param before null where the name was never seen
   */
  public PersonMemory after(@Nullable PersonMemory before, PersonSighting sighting) {
    if (before == null) {
      return new PersonMemory(
          List.of(sighting.getPublisher()),
          Map.of(sighting.getLanguage(), sighting.getName()),
          false);
    }
    List<String> named = new ArrayList<>(before.getPublishers());
    if (!named.contains(sighting.getPublisher()) && named.size() < publishers) {
      named.add(sighting.getPublisher());
    }
    Map<String, String> names = new TreeMap<>(before.getNames());
    if (names.size() < MOST_LANGUAGES) {
      names.putIfAbsent(sighting.getLanguage(), sighting.getName());
    }
    return new PersonMemory(named, names, before.getLearnt());
  }

  /** What is stated of a person who is learnt. */
  public static EntityCorrection statement(String key, PersonMemory memory, Instant now) {
    return EntityCorrection.newBuilder()
        .setId(id(key))
        .setOrigin(EntityOrigin.STREAM)
        .setType("PERSON")
        .setProminence(PROMINENCE)
        .setNames(memory.getNames())
        .setStatedAt(now)
        .build();
  }

  /** A local id, the same wherever and whenever the name is learnt. */
  public static String id(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return "dateline:person-" + HexFormat.of().formatHex(digest).substring(0, ID_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
