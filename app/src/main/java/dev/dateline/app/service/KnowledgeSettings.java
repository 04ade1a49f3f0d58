package dev.dateline.app.service;

import dev.dateline.enrich.knowledge.DamagedKnowledgeException;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.Overlays;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the taggers know beside what ships with Dateline.
 *
 * @param directory where the imported overlays lie; it need not be there
 */
public record KnowledgeSettings(Path directory) {

  /** The key of the only setting. */
  public static final String DIRECTORY = "enrich.knowledge-dir";

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              DIRECTORY,
              ".dateline/knowledge",
              "Folder of the imported knowledge; read when the process starts."));

  public static KnowledgeSettings from(Settings settings) {
    return new KnowledgeSettings(Path.of(settings.text(DIRECTORY)));
  }

  /** The overlays of an embedded instance's data folder. */
  public static Path inDataFolder(Path data) {
    return data.resolve("knowledge");
  }

  /**
   * Everything that is known: what ships with Dateline, and the overlays.
   *
   * @throws UserException where an overlay cannot be read
   */
  public Knowledge load() {
    try {
      return new Overlays(directory).load();
    } catch (DamagedKnowledgeException e) {
      throw new UserException(
          ExitCode.DATA_FOLDER, e.getMessage() + ". Delete the file, or import it again.", e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.DATA_FOLDER, "Cannot read the knowledge in " + directory + ": " + e + ".", e);
    }
  }
}
