package dev.dateline.app.command;

import dev.dateline.app.instance.Attachment;
import dev.dateline.runtime.settings.Settings;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What the commands that read stored articles have in common. */
final class ReaderOptions {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  CommonOptions common() {
    return common;
  }

  DataOption data() {
    return data;
  }

  OutputOption output() {
    return output;
  }

  /** Opens the stored articles. */
  Attachment open() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    return Attachment.open(settings, settings.isSet("sink.jdbc-url"), data.folder());
  }
}
