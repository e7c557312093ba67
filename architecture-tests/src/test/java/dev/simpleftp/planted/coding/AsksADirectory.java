package dev.simpleftp.planted.coding;

import javax.naming.Context;

/// Planted violation: a name is looked up where an object may come back.
final class AsksADirectory {
  final Class<?> context = Context.class;
}
