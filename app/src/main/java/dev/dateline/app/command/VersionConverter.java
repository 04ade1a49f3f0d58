package dev.dateline.app.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a version of tags, which is a part of the name of a topic. */
final class VersionConverter implements ITypeConverter<String> {

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  @Override
  public String convert(String value) {
    if (!NAME.matcher(value).matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no name of a version: up to 40 of a-z, 0-9 and dashes between them");
    }
    return value;
  }
}
