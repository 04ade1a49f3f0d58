package dev.dateline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A word that an option does not take, where it takes some alone. */
final class UnknownWord {

  private UnknownWord() {}

  /** What is said of it: the words as the help has them, where picocli names constants of Java. */
  static Optional<String> in(ParameterException exception) {
    ArgSpec argument = exception.getArgSpec();
    String value = exception.getValue();
    if (argument == null || value == null || !argument.type().isEnum()) {
      return Optional.empty();
    }
    List<String> words =
        Arrays.stream(argument.type().getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    return words.contains(value.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(
            words.stream()
                .collect(
                    Collectors.joining(", ", name + " is one of ", ", but not '" + value + "'")));
  }
}
