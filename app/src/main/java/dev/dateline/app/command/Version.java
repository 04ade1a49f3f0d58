package dev.dateline.app.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
    return new String[] {
      "dateline " + version, "Java " + System.getProperty("java.version"),
    };
  }
}
