package dev.simpleftp.planted.coding;

import java.io.ObjectInputStream;

/// Planted violation: objects are deserialised.
final class ReadsObjects {
  final Class<?> stream = ObjectInputStream.class;
}
