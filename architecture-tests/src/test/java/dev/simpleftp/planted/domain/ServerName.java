package dev.simpleftp.planted.domain;

/// Planted violation: a value named after a role.
record ServerName(String text) {}
