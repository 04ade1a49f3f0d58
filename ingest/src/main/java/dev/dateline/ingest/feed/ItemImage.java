package dev.dateline.ingest.feed;

import static dev.dateline.ingest.feed.FeedTree.attribute;
import static dev.dateline.ingest.feed.FeedTree.children;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The picture of an item of a feed in XML: a file of an image type; what Media RSS calls one by its
 * {@code medium}, which is there for want of a type; else the first thumbnail, as Media RSS (1.5.1,
 * {@code media:thumbnail}) has them in the order of their importance.
 */
final class ItemImage {

  private ItemImage() {}

  static @Nullable String of(FeedTree tree, Element item, List<Enclosure> enclosures) {
    List<Element> parts =
        Stream.concat(Stream.of(item), children(item, Vocabulary.MEDIA, "group")).toList();
    List<Element> contents =
        parts.stream().flatMap(part -> children(part, Vocabulary.MEDIA, "content")).toList();
    Stream<Element> images =
        contents.stream().filter(content -> "image".equalsIgnoreCase(attribute(content, "medium")));
    Stream<Element> thumbnails =
        Stream.concat(parts.stream(), contents.stream())
            .flatMap(part -> children(part, Vocabulary.MEDIA, "thumbnail"));
    return Stream.concat(
            enclosures.stream().filter(Enclosure::isImage).map(Enclosure::url),
            Stream.concat(images, thumbnails)
                .map(element -> tree.resolve(element, attribute(element, "url")))
                .filter(Objects::nonNull))
        .findFirst()
        .orElse(null);
  }
}
