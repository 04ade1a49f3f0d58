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
import org.jspecify.annotations.Nullable;

/**
 * What is known of countries, regions, cities, organisations, people, events and concepts: a stack
 * of knowledge files, the first one that knows an id has the last word on it. Entities go by
 * numbers, which hold as long as this object. Immutable and thread-safe.
 */
public final class Knowledge {

  private static final String RESOURCE = "knowledge.bin";
  private static final int LOCAL_BITS = 24;
  private static final int LOCAL = (1 << LOCAL_BITS) - 1;

  private final KnowledgeFile[] files;

  private Knowledge(List<KnowledgeFile> files) {
    this.files = files.toArray(KnowledgeFile[]::new);
  }

  /** The knowledge that ships with Dateline. */
  public static Knowledge load() {
    return of(List.of(shipped()));
  }

  /** Overlays of operators and, below them, other knowledge; earlier files go first. */
  public static Knowledge of(List<KnowledgeFile> files) {
    return new Knowledge(files);
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

  /** Changes whenever the content does. */
  public String version() {
    StringBuilder version = new StringBuilder(files[0].version());
    for (int i = 1; i < files.length; i++) {
      version.append('+').append(files[i].version());
    }
    return version.toString();
  }

  /** How many entities the files hold. */
  public int entityCount() {
    int count = 0;
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
        visitor.name(
            f << LOCAL_BITS | file.postingEntity(posting),
            file.postingName(posting),
            file.postingIsWeak(posting));
        posting = file.hasNextPosting(posting) ? posting + 1 : -1;
      }
    }
  }

  /** CURIE of an entity. */
  public String id(int entity) {
    return file(entity).id(entity & LOCAL);
  }

  /** Number of the entity with an id; -1 where no file knows it. */
  public int find(String id) {
    for (int f = 0; f < files.length; f++) {
      int entity = files[f].find(id);
      if (entity >= 0) {
        return f << LOCAL_BITS | entity;
      }
    }
    return -1;
  }

  /** Kind of an entity. */
  public EntityType type(int entity) {
    return file(entity).type(entity & LOCAL);
  }

  /** How likely a name in the news means this entity, 0 to 255. */
  public int prominence(int entity) {
    return file(entity).prominence(entity & LOCAL);
  }

  /** People who live there, 0 where unknown or without meaning. */
  public int population(int entity) {
    return file(entity).population(entity & LOCAL);
  }

  /** ISO 3166-1 alpha-2 code of the country that the entity is or lies in; empty if none. */
  public String country(int entity) {
    return file(entity).country(entity & LOCAL);
  }

  /** Where an entity is, if anywhere. */
  public @Nullable Coordinates coordinates(int entity) {
    return file(entity).coordinates(entity & LOCAL);
  }

  /** Canonical name in a language, by its exact tag or its bare language. */
  public @Nullable String name(int entity, String language) {
    String name = file(entity).name(entity & LOCAL, language);
    int subtag = language.indexOf('-');
    return name == null && subtag > 0 ? name(entity, language.substring(0, subtag)) : name;
  }

  /** Numbers of all entities of at least this prominence, in the order of the files. */
  public List<Integer> prominent(int least) {
    List<Integer> found = new ArrayList<>();
    for (int f = 0; f < files.length; f++) {
      for (int i = 0; i < files[f].entityCount(); i++) {
        if (files[f].prominence(i) >= least) {
          found.add(f << LOCAL_BITS | i);
        }
      }
    }
    return found;
  }

  private KnowledgeFile file(int entity) {
    return files[entity >>> LOCAL_BITS];
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
