package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.dateline.DatelineReader;
import dev.dateline.enrich.stage.keyphrase.Keyphrases;
import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.GazetteerRecognizer;
import dev.dateline.enrich.stage.link.GeographicFocus;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.EntityEvidence;
import dev.dateline.enrich.stage.topic.NarrowerTopics;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
import dev.dateline.enrich.stage.topic.TopicWords;
import java.util.ArrayList;
import java.util.List;

/** The stages that every tagger has, with the models that ship. */
final class SharedStages {

  private final Knowledge knowledge;
  private final Gazetteer gazetteer;
  private final LanguageIdentifier languages;
  private final FastNames names;
  private final GazetteerRecognizer knownNames;
  private final Linker linker;
  private final GeographicFocus focus;
  private final TopicClassifier topics;
  private final EntityEvidence entityEvidence;
  private final NarrowerTopics narrowerTopics;

  private SharedStages(
      LanguageIdentifier languages,
      TopicClassifier topics,
      EntityEvidence entityEvidence,
      NarrowerTopics narrowerTopics,
      FastNames names,
      Gazetteer gazetteer) {
    this.knowledge = gazetteer.knowledge();
    this.gazetteer = gazetteer;
    this.languages = languages;
    this.topics = topics;
    this.entityEvidence = entityEvidence;
    this.narrowerTopics = narrowerTopics;
    this.names = names;
    this.knownNames = new GazetteerRecognizer(gazetteer);
    this.linker = new Linker(gazetteer);
    this.focus = new GeographicFocus(knowledge);
  }

  /** The stages over this knowledge; loads their models. */
  static SharedStages over(Knowledge knowledge) {
    Gazetteer gazetteer = new Gazetteer(knowledge);
    MediaTopics mediaTopics = MediaTopics.load();
    return new SharedStages(
        LanguageIdentifier.load(),
        TopicClassifier.load(mediaTopics),
        EntityEvidence.load(mediaTopics),
        NarrowerTopics.load(mediaTopics),
        FastNames.load(gazetteer),
        gazetteer);
  }

  /** The same models over corrected knowledge. */
  SharedStages corrected(Corrections corrections) {
    Gazetteer corrected = new Gazetteer(knowledge.corrected(corrections));
    return new SharedStages(
        languages, topics, entityEvidence, narrowerTopics, names.with(corrected), corrected);
  }

  LanguageGuess language(Document document) {
    return languages.identify(document);
  }

  Gazetteer gazetteer() {
    return gazetteer;
  }

  /** Subjects by words and the publisher's evidence. */
  TopicResult subjects(Document document, TopicWords words) {
    return topics.classify(document, words);
  }

  /** What the linear tagger has learnt of names. */
  NameHead namesByWords() {
    return names.head();
  }

  /** What the linear tagger finds, and what the knowledge base knows for sure. */
  List<NameSpan> names(Tokens tokens, LanguageGuess language) {
    return names.recognize(tokens, language);
  }

  /** What the knowledge base knows for sure, beside what another tagger finds. */
  List<NameSpan> knownNames(Tokens tokens, LanguageGuess language) {
    return knownNames.recognizeBeside(tokens, language);
  }

  /**
   * The tags of a document, given what a tagger has made of it.
   *
   * @param byWords subjects by words and the publisher's evidence; the entities complete them
   * @param taggers what found names and topics
   */
  Tags tags(
      ReadDocument read,
      TopicResult byWords,
      List<NameSpan> titleNames,
      List<NameSpan> textNames,
      List<StageVersion> taggers) {
    Document document = read.document();
    LanguageGuess language = read.language();
    List<NamedEntity> entities = linker.link(document, titleNames, textNames, language);
    TopicResult subjects =
        narrowerTopics.complete(entityEvidence.complete(byWords, entities), read.words());
    List<StageVersion> versions = new ArrayList<>();
    versions.add(new StageVersion("language", "fast-1"));
    versions.add(new StageVersion("knowledge", knowledge.version()));
    versions.addAll(taggers);
    return new Tags(
        language,
        subjects.topics(),
        subjects.subjectScores(),
        entities,
        DatelineReader.read(document.text()),
        Keyphrases.of(read.title(), read.text(), language.tag()),
        focus.of(entities, read.text(), language.tag()),
        versions);
  }
}
