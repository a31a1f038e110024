package io.assize.e2e;

import org.junit.jupiter.api.Tag;

/**
 * A weak judge with usable probabilities on all of LLMBar Natural: about 40 minutes on two cores.
 * {@code -Dassize.e2e.items=3} tries it with fewer. Its figures are told, not asserted.
 */
@Tag("e2e")
class QwenTest extends JudgesLlmBar {

  QwenTest() {
    super("qwen", Integer.getInteger("assize.e2e.items", 100));
  }
}
