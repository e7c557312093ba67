package dev.simpleftp.planted.application.service;

/// Planted violation: a public service without its name.
public final class PublicLog {
  void tell() {}
}
