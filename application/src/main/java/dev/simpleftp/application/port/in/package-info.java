/// The driving ports: what can be asked of the core, one interface per use case.
///
/// Whoever has a user at hand (a control connection, a console, a test) calls them; the services
/// implement them.
@NullMarked
package dev.simpleftp.application.port.in;

import org.jspecify.annotations.NullMarked;
