package dev.simpleftp.planted.filesystem.memory;

import com.password4j.Password;

/// Planted violation: hashing beside the accounts.
public final class MemoryOfPasswords {
  final Class<?> hash = Password.class;
}
