package dev.dateline.ingest.publish;

/**
 * What one pass over a source did.
 *
 * @param in articles and failures that were read
 * @param published observations that are committed to {@code news.article.v1}
 * @param rejected dead letters that are committed
 * @param skipped files and items that hold no article
 */
public record IngestReport(long in, long published, long rejected, long skipped) {}
