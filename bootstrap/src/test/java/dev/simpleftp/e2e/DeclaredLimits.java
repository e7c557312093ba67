package dev.simpleftp.e2e;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Lets a class declare which tests of its contract a server cannot pass, each with the reason.
/// They are carried out all the same and must fail, so that a declaration never outlives its
/// reason.
final class DeclaredLimits implements InvocationInterceptor {
  /// A test class with limits.
  interface Declaring {
    Limits limits();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, method);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, method);
  }

  private static void judge(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method)
      throws Throwable {
    Optional<String> reason = reason(method);
    if (reason.isEmpty()) {
      invocation.proceed();
      return;
    }
    String test = method.getTargetClass().getSimpleName() + "." + method.getExecutable().getName();
    try {
      invocation.proceed();
    } catch (AssertionError | IOException | NoSuchElementException _) {
      System.err.println("declared: " + test + " fails: " + reason.get());
      return;
    }
    if (isUnsteady(method)) {
      return;
    }
    throw new AssertionError(test + " is declared to fail but passes: " + reason.get());
  }

  private static boolean isUnsteady(ReflectiveInvocationContext<Method> method) {
    Declaring test = (Declaring) method.getTarget().orElseThrow();
    return test.limits().unsteady().contains(method.getExecutable().getName());
  }

  private static Optional<String> reason(ReflectiveInvocationContext<Method> method) {
    Object test = method.getTarget().orElseThrow();
    Map<String, String> limits = ((Declaring) test).limits().reasons();
    String name = method.getExecutable().getName();
    List<Object> arguments = method.getArguments();
    String single = arguments.isEmpty() ? name : name + "(" + arguments.getFirst() + ")";
    return Optional.ofNullable(limits.getOrDefault(single, limits.get(name)));
  }
}
