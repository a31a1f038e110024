package io.assize.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import org.junit.jupiter.api.Test;

/** Each place has its own harm. */
class SafeTest {

  private static final String HOSTILE =
      "\"><img src=x onerror='alert(1)'>&amp;\u202e\u0007</script><!--\u2028\uFFFE";

  @Test
  void nothingEndsATextOrAnAttributeOfHtml() {
    assertThat(Safe.html(HOSTILE))
        .isEqualTo(
            "&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;\\u202e\\u0007"
                + "&lt;/script&gt;&lt;!--\\u2028\\ufffe");
  }

  @Test
  void linesAreKeptWhereTheyMayBe() {
    assertThat(Safe.htmlLines("a\nb<\r\nc\u202e")).isEqualTo("a\nb&lt;\nc\\u202e");
    assertThat(Safe.html("a\nb\tc")).isEqualTo("a b c");
  }

  @Test
  void noTextEndsAScriptAndItReadsBackAsTheSame() {
    String document = Json.object().put("text", HOSTILE).build().canonical();
    String safe = Safe.script(document);
    assertThat(safe).doesNotContain("<", ">", "&", "\u202e", "\u2028");
    assertThat(Json.parse(safe)).isEqualTo(Json.parse(document));
  }

  @Test
  void nothingInMarkdownIsAMarkALinkOrACell() {
    assertThat(Safe.markdown("| *x* `y` [a](https://b.c) <i> # @me www.d.e"))
        .isEqualTo("\\| \\*x\\* \\`y\\` \\[a\\](https&#58;//b.c) &lt;i&gt; \\# \\@me www&#46;d.e");
  }
}
