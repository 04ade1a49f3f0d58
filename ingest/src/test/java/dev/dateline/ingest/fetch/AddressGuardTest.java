package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the networks; RefusedAddressTest has what lies in them. */
class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db9::",
        "2003::1",
        "2a00::1",
        "3ffe:ffff::1"
      })
  void permitsThePublicInternet(String address) throws Exception {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.255.255.255",
        "64:ff9b::c0a8:1",
        "64:ff9b:0:0:0:1::1",
        "1fff:ffff::1",
        "2001:1ff:ffff::1",
        "2001:db8:ffff::1",
        "2002:808:808::1",
        "3fff:fff::1",
        "4000::1",
        "::8.8.8.8"
      })
  void refusesTheRest(String address) throws Exception {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0/8", "example.org/8", "a b:c", "::1/129", "[::1", ":80"})
  void saysWhichEntryOfTheAllowListIsWrong(String entry) {
    assertThatThrownBy(() -> Allowance.parse(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(entry);
  }
}
