package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedLinksTest {

  @Test
  void findsTheFeedsOfAPageInItsOrder() {
    String page =
        """
        <head><base href="https://boat.example/en/">
        <link rel="alternate" type="application/rss+xml" title="All  news" href="feed">
        <link rel="Alternate" type="application/atom+xml; charset=utf-8" href="https://boat.example/atom#x">
        <link rel="alternate" type="application/feed+json" href="/feed.json">
        <link rel="alternate" type="application/rss+xml" title="Again" href="/en/feed">
        <link rel="alternate" hreflang="de" href="/de/">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">
        <link rel="alternate" type="application/json+oembed" href="/oembed">
        <link rel="stylesheet" type="text/xml" href="/style">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"></head>
        <body><a rel="feed" href="all.xml">RSS</a>
        """;

    assertThat(FeedLinks.of(page, "https://boat.example/"))
        .containsExactly(
            new FeedLink("https://boat.example/en/feed", "application/rss+xml", "All news"),
            new FeedLink("https://boat.example/atom", "application/atom+xml", null),
            new FeedLink("https://boat.example/feed.json", "application/feed+json", null),
            new FeedLink("https://boat.example/en/all.xml", "", null));
  }
}
