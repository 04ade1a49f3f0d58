package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.example.co.uk/feed, example.co.uk",
    "https://a.b.example.com:8443/, example.com",
    "http://EXAMPLE.com., example.com",
    "https://news.a.github.io/, a.github.io",
    "https://github.io/, github.io",
    "https://новини.бг/, xn--b1amarcd.xn--90ae",
    "http://127.0.0.1:8080/a, 127.0.0.1:8080",
    "http://127.0.0.1/a, 127.0.0.1:80",
    "https://[::1]/a, 0:0:0:0:0:0:0:1:443",
    "http://localhost:81/, localhost:81",
    "http://feed.intranet/, feed.intranet",
    "no address, no address"
  })
  void belongsToItsRegistrableDomain(String url, String domain) {
    assertThat(Domains.registrable(url)).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.co.uk/feed, true",
    "https://новини.бг/, true",
    "https://8.8.8.8/, true",
    "http://localhost:3000/a, false",
    "http://app.localhost/a, false",
    "http://intranet/a, false",
    "http://printer.local/a, false",
    "http://192.168.1.2/a, false",
    "https://[::1]/a, false",
    "https://[fd00::1]/a, false",
    "no address, false"
  })
  void isOfThePublicInternet(String url, boolean expected) {
    assertThat(Domains.isPublic(url)).isEqualTo(expected);
  }
}
