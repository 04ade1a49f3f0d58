package dev.dateline.app.deadletter;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The letters of one reason.
 *
 * @param count how many wait
 * @param redrivable how many of them nothing stands in the way of
 * @param oldest when the first of them failed
 * @param example the newest of them
 */
public record LetterGroup(
    String stage, String code, int count, int redrivable, Instant oldest, Waiting example) {

  private record Reason(String stage, String code) {}

  /** The reasons, the most frequent first. */
  public static List<LetterGroup> of(Collection<Waiting> letters) {
    return letters.stream()
        .collect(Collectors.groupingBy(letter -> new Reason(letter.stage(), letter.code())))
        .entrySet()
        .stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparing(LetterGroup::count)
                .reversed()
                .thenComparing(LetterGroup::stage)
                .thenComparing(LetterGroup::code))
        .toList();
  }

  private static LetterGroup of(Reason reason, List<Waiting> letters) {
    Comparator<Waiting> byAge = Comparator.comparing(Waiting::failedAt).thenComparing(Waiting::key);
    return new LetterGroup(
        reason.stage(),
        reason.code(),
        letters.size(),
        (int) letters.stream().filter(letter -> letter.obstacle().isEmpty()).count(),
        letters.stream().min(byAge).orElseThrow().failedAt(),
        letters.stream().max(byAge).orElseThrow());
  }
}
