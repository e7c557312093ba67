package dev.simpleftp.domain;

/// Who a session belongs to, as far as logs and events need to know.
///
/// @param session a number no other session of this process bears
/// @param user the name that logged in
/// @param peer the machine at the other end
public record Identity(long session, String user, Peer peer) {}
