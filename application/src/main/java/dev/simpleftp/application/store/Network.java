package dev.simpleftp.application.store;

import java.util.ArrayList;
import java.util.List;

/// Who stands behind a literal address: one IPv4 address, or the first 64 bits of an IPv6 address,
/// because a single machine has all that lie behind them.
record Network(String prefix) {
  private static final int GROUPS = 8;
  private static final int GROUPS_OF_A_NETWORK = 4;

  static Network of(String host) {
    if (host.indexOf(':') < 0) {
      return new Network(host);
    }
    int scope = host.indexOf('%');
    String address = scope < 0 ? host : host.substring(0, scope);
    return new Network(String.join(":", groups(address).subList(0, GROUPS_OF_A_NETWORK)));
  }

  /// All eight groups, also of the short form with `::`.
  private static List<String> groups(String address) {
    int gap = address.indexOf("::");
    List<String> head = split(gap < 0 ? address : address.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : split(address.substring(gap + 2));
    List<String> result = new ArrayList<>(head);
    while (result.size() + tail.size() < GROUPS) {
      result.add("0");
    }
    result.addAll(tail);
    return result;
  }

  private static List<String> split(String part) {
    List<String> result = new ArrayList<>();
    int start = 0;
    while (start < part.length()) {
      int colon = part.indexOf(':', start);
      int end = colon < 0 ? part.length() : colon;
      result.add(part.substring(start, end));
      start = end + 1;
    }
    return result;
  }
}
