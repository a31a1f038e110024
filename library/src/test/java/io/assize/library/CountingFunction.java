package io.assize.library;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Prefers one letter by the prompt's hash, counts what it is asked, and can be told to throw. */
final class CountingFunction implements Function<String, String> {

  private final AtomicInteger asked = new AtomicInteger();
  private final int throwsAfter;

  private CountingFunction(int throwsAfter) {
    this.throwsAfter = throwsAfter;
  }

  static CountingFunction healthy() {
    return new CountingFunction(Integer.MAX_VALUE);
  }

  /** Answers so many times and then throws for ever, as a process that is killed. */
  static CountingFunction throwingAfter(int answers) {
    return new CountingFunction(answers);
  }

  @Override
  public String apply(String prompt) {
    if (asked.incrementAndGet() > throwsAfter) throw new IllegalStateException("no quota");
    return prompt.hashCode() % 3 == 0 ? "A" : "B";
  }

  int asked() {
    return asked.get();
  }
}
