/// Tests of the connections' parts: ranges of addresses, headers of proxies, pools of ports.
@NullMarked
package dev.simpleftp.socket.channel;

import org.jspecify.annotations.NullMarked;
