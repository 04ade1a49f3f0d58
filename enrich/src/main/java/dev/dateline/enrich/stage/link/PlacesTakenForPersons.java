package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name means one thing in a document: a single word that a recogniser took for a person nobody
 * knows is the place of that name where the document has named one before, and no person who bears
 * it.
 */
final class PlacesTakenForPersons {

  private final Gazetteer gazetteer;
  private final String language;

  PlacesTakenForPersons(Gazetteer gazetteer, String language) {
    this.gazetteer = gazetteer;
    this.language = language;
  }

  /** The groups, those of such persons joined to those of the places. */
  List<MentionGroup> join(List<MentionGroup> groups) {
    Map<Integer, MentionGroup> places = new HashMap<>();
    Set<String> personWords = new HashSet<>();
    for (MentionGroup group : groups) {
      if (group.isLinked() && group.type() == EntityType.PLACE) {
        places.putIfAbsent(group.entity(), group);
      } else if (group.spanType() == EntityType.PERSON) {
        group.forms().keySet().forEach(form -> addWords(form, personWords));
      }
    }
    if (places.isEmpty()) {
      return groups;
    }
    List<MentionGroup> joined = new ArrayList<>(groups.size());
    for (MentionGroup group : groups) {
      MentionGroup place = place(group, places, personWords);
      if (place == null) {
        joined.add(group);
      } else {
        for (Mention mention : group.mentions()) {
          NameSpan name = mention.name();
          place.add(
              new Mention(
                  new NameSpan(name.span(), EntityType.PLACE, name.score()), mention.inTitle()));
        }
      }
    }
    return joined;
  }

  private @Nullable MentionGroup place(
      MentionGroup group, Map<Integer, MentionGroup> places, Set<String> personWords) {
    if (group.isLinked() || group.spanType() != EntityType.PERSON) {
      return null;
    }
    for (String form : group.forms().keySet()) {
      if (form.indexOf(' ') >= 0 || personWords.contains(NameKeys.folded(form))) {
        return null;
      }
    }
    String form = group.forms().keySet().iterator().next();
    for (KnownName.Candidate candidate : gazetteer.candidates(form, language)) {
      MentionGroup place = places.get(candidate.entity());
      if (place != null) {
        return isBefore(place.mentions().get(0), group.mentions().get(0)) ? place : null;
      }
    }
    return null;
  }

  private static boolean isBefore(Mention one, Mention other) {
    return one.inTitle() == other.inTitle()
        ? one.name().span().start() < other.name().span().start()
        : one.inTitle();
  }

  /** Notes the words of a name of several. */
  private static void addWords(String form, Set<String> words) {
    Tokens tokens = Tokens.words(form);
    for (int i = 0; i < tokens.size() && tokens.size() > 1; i++) {
      words.add(NameKeys.folded(tokens.word(i)));
    }
  }
}
