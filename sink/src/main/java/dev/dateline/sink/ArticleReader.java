package dev.dateline.sink;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.json.ArticleFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads stored articles. Every method throws {@link StoreUnavailableException} where it cannot. */
public interface ArticleReader {

  /** The article with all its revisions, also where it is deleted. */
  Optional<StoredArticle> get(String id);

  /**
   * The newest revisions of the articles that came last, newest first, without deleted ones.
   *
   * @param limit the most that are returned, at least 1
   */
  List<StoredRevision> latest(int limit);

  /** What became of all records that the sinks took, by the source of their articles. */
  Map<String, Counts> ledger();

  /** How far each partition of a topic is stored: the first offset that is not, by partition. */
  Map<Integer, Long> offsets(String topicId);

  /**
   * How many rows of each table hold something of an article; a table without any is left out.
   *
   * @param id the article's, whether it is stored or not
   */
  Map<String, Long> rows(String id);

  /**
   * Articles whose newest revision has the words and passes the filter, best first: those for which
   * {@link ArticleFilter#test} holds. Revisions that are stored but not indexed yet are indexed
   * first, up to a bound.
   *
   * @param query words, "phrases", -exclusions, alternatives with {@code or}, beginnings with
   *     {@code *}; where it is blank everything that passes the filter is found, newest first
   * @param limit the most that are returned, at least 1
   */
  List<SearchHit> search(String query, ArticleFilter filter, int limit);
}
