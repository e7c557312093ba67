package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/// A store that says it has room for so many octets and does not hold anybody to it.
final class RoomOf {
  private RoomOf() {}

  static FileStore octets(long room, FileStore store) {
    Capability.Space space = _ -> room;
    return (FileStore)
        Proxy.newProxyInstance(
            FileStore.class.getClassLoader(),
            new Class<?>[] {FileStore.class},
            (_, method, arguments) -> {
              if (method.getName().equals("capability")) {
                boolean asked = arguments[0] == Capability.Space.class;
                return asked ? Optional.of(space) : Optional.empty();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
