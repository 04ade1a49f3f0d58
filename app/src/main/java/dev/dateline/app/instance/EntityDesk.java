package dev.dateline.app.instance;

import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.topology.CorrectionReader;
import dev.dateline.enrich.topology.CorrectionWriter;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Where operators look entities up and change them: knowledge files and the topic of entities. */
public final class EntityDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Knowledge files;
  private final Optional<KafkaClients> clients;
  private final Corrections corrections;

  private EntityDesk(Knowledge files, Optional<KafkaClients> clients) {
    this.files = files;
    this.clients = clients;
    this.corrections = clients.map(EntityDesk::read).orElse(Corrections.NONE);
  }

  /**
   * For looking alone: without brokers, what operators said is not known.
   *
   * @throws UserException where brokers do not answer
   */
  public static EntityDesk toRead(Settings settings, Path data) {
    boolean reachable = settings.isSet("kafka.bootstrap") || Files.isDirectory(data);
    return new EntityDesk(
        files(settings, data),
        reachable ? Brokers.find(settings, data).map(KafkaClients::new) : Optional.empty());
  }

  /**
   * For changes too.
   *
   * @throws UserException where there are no brokers, or they do not answer
   */
  public static EntityDesk toWrite(Settings settings, Path data) {
    KafkaClients clients = Brokers.required(settings, data);
    return new EntityDesk(files(settings, data), Optional.of(clients));
  }

  private static Knowledge files(Settings settings, Path data) {
    return settings.isSet(KnowledgeSettings.DIRECTORY)
        ? KnowledgeSettings.from(settings).load()
        : new KnowledgeSettings(KnowledgeSettings.inDataFolder(data)).load();
  }

  private static Corrections read(KafkaClients clients) {
    try (CorrectionReader reader = new CorrectionReader(clients)) {
      return reader.readToEnd(PATIENCE);
    } catch (KafkaException | RegistryUnavailableException e) {
      throw Brokers.unavailable(e);
    }
  }

  /** Whether what operators said is known here. */
  public boolean isConnected() {
    return clients.isPresent();
  }

  /** An entity as it holds now; empty where nobody knows it, or an operator removed it. */
  public Optional<EntityDraft> find(String id) {
    if (isRemoved(id)) {
      return Optional.empty();
    }
    return Optional.ofNullable(corrections.entities().get(id)).or(() -> files.entity(id));
  }

  /** Whether an operator stated the entity. */
  public boolean isStated(String id) {
    return corrections.entities().containsKey(id);
  }

  /** Whether an operator removed the entity. */
  public boolean isRemoved(String id) {
    return corrections.removed().contains(id);
  }

  /** States an entity, from the next article on. */
  public void put(EntityDraft entity) {
    write(writer -> writer.put(entity));
  }

  /** Takes an entity out: one that only operators stated is forgotten, another one hidden. */
  public void remove(String id) {
    write(
        writer -> {
          if (files.find(id) >= 0) {
            writer.remove(id);
          } else {
            writer.restore(id);
          }
        });
  }

  /** Takes back what operators said of an entity. */
  public void restore(String id) {
    write(writer -> writer.restore(id));
  }

  private void write(Consumer<CorrectionWriter> change) {
    try (CorrectionWriter writer = new CorrectionWriter(clients.orElseThrow(), Clock.systemUTC())) {
      change.accept(writer);
    } catch (KafkaException | RegistryUnavailableException e) {
      throw Brokers.unavailable(e);
    }
  }
}
