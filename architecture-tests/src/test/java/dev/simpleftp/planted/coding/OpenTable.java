package dev.simpleftp.planted.coding;

/// Planted violation: a table that everybody can change.
@SuppressWarnings("MutablePublicArray")
final class OpenTable {
  public static final int[] TABLE = {1};
}
