package dev.simpleftp.planted.coding;

import javax.script.ScriptEngine;

/// Planted violation: text becomes a program.
final class EvaluatesScripts {
  final Class<?> engine = ScriptEngine.class;
}
