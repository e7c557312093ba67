package dev.simpleftp.planted.coding;

import java.util.Date;

/// Planted violation: time of the old kind.
final class KeepsDates {
  final Class<?> date = Date.class;
}
