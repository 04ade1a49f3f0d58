package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of countries, regions, cities, organisations, people, events and concepts: a stack
 * of knowledge files. What several files say of one id is one entity: of each of its properties the
 * first file that states it has the last word, and it has the names of all of them. Entities go by
 * numbers, which hold as long as this object. Immutable and thread-safe.
 */
public final class Knowledge {

  private static final String RESOURCE = "knowledge.bin";

  private final KnowledgeFile[] files;
  private final SameEntities same;
  private final String version;

  /** How many of the files, from the first on, are what operators state. */
  private final int corrections;

  private Knowledge(List<KnowledgeFile> files, SameEntities same, String version, int corrections) {
    this.corrections = corrections;
    this.files = files.toArray(KnowledgeFile[]::new);
    this.same = same;
    this.version = version;
  }

  /** The knowledge that ships with Dateline. */
  public static Knowledge load() {
    return of(List.of(shipped()));
  }

  /** Overlays and, below them, other knowledge; what goes first in the list counts most. */
  public static Knowledge of(List<KnowledgeFile> files) {
    return new Knowledge(
        files,
        SameEntities.among(files),
        files.stream().map(KnowledgeFile::version).collect(Collectors.joining("+")),
        0);
  }

  /**
   * This knowledge with entities that are wholly as given here, whatever it says of them itself.
   *
   * @param corrections what is added, corrected or not to be found any more
   */
  public Knowledge corrected(Corrections corrections) {
    Set<String> removed = corrections.removed();
    if (corrections.equals(Corrections.NONE)) {
      return this;
    }
    List<KnowledgeFile> stack = new ArrayList<>();
    stack.add(KnowledgeFile.of(corrections.drafts()));
    stack.addAll(List.of(files));
    String suffix = removed.isEmpty() ? "" : String.format("-%08x", removed.hashCode());
    return new Knowledge(
        stack,
        SameEntities.corrected(stack, removed),
        stack.get(0).version() + suffix + "+" + version,
        this.corrections + 1);
  }

  /** The file that ships with Dateline: mapped where it lies in a folder, read out of a jar. */
  public static KnowledgeFile shipped() {
    URL resource = Knowledge.class.getResource(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException(RESOURCE + " is missing from the class path");
    }
    try {
      if (resource.getProtocol().equals("file")) {
        return KnowledgeFile.map(Path.of(resource.toURI()));
      }
      try (InputStream in = resource.openStream()) {
        return KnowledgeFile.of(in.readAllBytes(), RESOURCE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes whenever the content does: the versions of the files. */
  public String version() {
    return version;
  }

  /** How many entities the files hold. */
  public int entityCount() {
    int count = -same.covered();
    for (KnowledgeFile file : files) {
      count += file.entityCount();
    }
    return count;
  }

  /** How many names the files hold. */
  public int nameCount() {
    int count = 0;
    for (KnowledgeFile file : files) {
      count += file.nameCount();
    }
    return count;
  }

  /** The most words that a known name has whose first word has this {@link NameKeys} hash. */
  public int reach(long firstWord) {
    int reach = 0;
    for (KnowledgeFile file : files) {
      reach = Math.max(reach, file.reach(firstWord));
    }
    return reach;
  }

  /** Shows the names under a key to a visitor. Other names may share the key: check them. */
  public void lookUp(long key, Visitor visitor) {
    for (int f = 0; f < files.length; f++) {
      KnowledgeFile file = files[f];
      int posting = file.firstPosting(key);
      while (posting >= 0) {
        int entity = same.entity(EntityNumber.of(f, file.postingEntity(posting)));
        if (entity >= 0) {
          visitor.name(entity, file.postingName(posting), file.postingIsWeak(posting));
        }
        posting = file.hasNextPosting(posting) ? posting + 1 : -1;
      }
    }
  }

  /** Whether an operator has said what the entity is. */
  public boolean isStated(int entity) {
    return EntityNumber.file(entity) < corrections;
  }

  /** CURIE of an entity. */
  public String id(int entity) {
    return file(entity).id(EntityNumber.inFile(entity));
  }

  /** Number of the entity with an id; -1 where no file knows it. */
  public int find(String id) {
    for (int f = 0; f < files.length; f++) {
      int entity = files[f].find(id);
      if (entity >= 0) {
        return same.entity(EntityNumber.of(f, entity));
      }
    }
    return -1;
  }

  /** Everything that is known of an id. */
  public Optional<EntityDraft> entity(String id) {
    int entity = find(id);
    if (entity < 0) {
      return Optional.empty();
    }
    EntityDraft draft = file(entity).draft(EntityNumber.inFile(entity));
    for (int part : same.parts(entity)) {
      draft = draft.over(file(part).draft(EntityNumber.inFile(part)));
    }
    return Optional.of(draft);
  }

  /** Kind of an entity. */
  public EntityType type(int entity) {
    return file(entity).type(EntityNumber.inFile(entity));
  }

  /** How likely a name in the news means this entity, 0 to 255: the most that a file says. */
  public int prominence(int entity) {
    int prominence = file(entity).prominence(EntityNumber.inFile(entity));
    for (int part : same.parts(entity)) {
      prominence = Math.max(prominence, file(part).prominence(EntityNumber.inFile(part)));
    }
    return prominence;
  }

  /** People who live there, 0 where unknown or without meaning. */
  public int population(int entity) {
    int population = file(entity).population(EntityNumber.inFile(entity));
    for (int part : same.parts(entity)) {
      population = population > 0 ? population : file(part).population(EntityNumber.inFile(part));
    }
    return population;
  }

  /** ISO 3166-1 alpha-2 code of the country that the entity is or lies in; empty if none. */
  public String country(int entity) {
    String country = file(entity).country(EntityNumber.inFile(entity));
    for (int part : same.parts(entity)) {
      country = country.isEmpty() ? file(part).country(EntityNumber.inFile(part)) : country;
    }
    return country;
  }

  /** Where an entity is, if anywhere. */
  public @Nullable Coordinates coordinates(int entity) {
    Coordinates where = file(entity).coordinates(EntityNumber.inFile(entity));
    for (int part : same.parts(entity)) {
      where = where == null ? file(part).coordinates(EntityNumber.inFile(part)) : where;
    }
    return where;
  }

  /** Canonical name in a language, by its exact tag or its bare language. */
  public @Nullable String name(int entity, String language) {
    String name = file(entity).name(EntityNumber.inFile(entity), language);
    for (int part : same.parts(entity)) {
      name = name == null ? file(part).name(EntityNumber.inFile(part), language) : name;
    }
    int subtag = language.indexOf('-');
    return name == null && subtag > 0 ? name(entity, language.substring(0, subtag)) : name;
  }

  /** Numbers of all entities of at least this prominence, in the order of the files. */
  public List<Integer> prominent(int least) {
    List<Integer> found = new ArrayList<>();
    for (int f = 0; f < files.length; f++) {
      for (int i = 0; i < files[f].entityCount(); i++) {
        int entity = EntityNumber.of(f, i);
        if (same.entity(entity) == entity && prominence(entity) >= least) {
          found.add(entity);
        }
      }
    }
    return found;
  }

  private KnowledgeFile file(int entity) {
    return files[EntityNumber.file(entity)];
  }

  /** Takes the names under a key. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * A name of an entity.
     *
     * @param weak whether the name is a common word as well
     */
    void name(int entity, String name, boolean weak);
  }
}
