package io.assize.report.page;

import io.assize.report.Report;
import io.assize.report.Safe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * The page of a run in one file of at most {@value #MOST_BYTES} bytes: style, script, pictures and
 * cases are in it, and its content security policy lets nothing else in.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class HtmlPage {

  /** A page is never larger: what does not fit is left out, and the page says so. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /** Cases of all judges that can be searched. */
  static final int MOST_CASES = 350_000;

  /** Cases of all judges with their texts and replies. */
  static final int MOST_WHOLE = 200;

  private static final long MOST_TEXT = 6_000_000;

  private final Report report;
  private final String style = Template.resource("page.css");
  private final String script = Template.resource("page.js");

  private HtmlPage(Report report) {
    this.report = report;
  }

  /**
   * Make the page.
   *
   * @throws IllegalArgumentException where the report has no judge
   */
  public static String of(Report report) {
    if (report.judges().isEmpty()) throw new IllegalArgumentException("a page needs a judge");
    var page = new HtmlPage(report);
    String made = page.with(1);
    // Each step leaves out half of what the one before held.
    for (int part = 2; bytes(made) > MOST_BYTES && part <= 1024; part *= 2) made = page.with(part);
    return made;
  }

  private static long bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return bytes;
  }

  private String with(int part) {
    int judges = report.judges().size();
    List<Integer> sizes = report.judges().stream().map(j -> j.cases().size()).toList();
    List<Integer> cases = shared(MOST_CASES / part, sizes);
    List<Integer> whole = shared(MOST_WHOLE / part, sizes);
    var sections = new ArrayList<JudgeSection>();
    for (int i = 0; i < judges; i++) {
      var room = new JudgeSection.Room(cases.get(i), whole.get(i), MOST_TEXT / judges / part);
      sections.add(new JudgeSection("j" + i, report, report.judges().get(i), room));
    }
    var slots = new LinkedHashMap<String, Object>();
    slots.put("policy", policy());
    slots.put("name", report.name());
    slots.put("first", sections.getFirst().first());
    slots.put("style", style);
    slots.put("script", script);
    slots.put("made", report.made());
    slots.put("open", open());
    slots.put("several", judges > 1);
    slots.put("beside", SideBySide.of(report).map(JudgeSection::table).stream().toList());
    slots.put("judges", sections.stream().map(JudgeSection::slots).toList());
    return Template.filled("page", slots);
  }

  /** Share room among judges: what one does not need is left to the others. */
  static List<Integer> shared(int room, List<Integer> needs) {
    var shares = new ArrayList<>(java.util.Collections.nCopies(needs.size(), 0));
    List<Integer> order =
        IntStream.range(0, needs.size()).boxed().sorted(Comparator.comparing(needs::get)).toList();
    int left = room;
    for (int k = 0; k < order.size(); k++) {
      int share = Math.min(needs.get(order.get(k)), left / (order.size() - k));
      shares.set(order.get(k), share);
      left -= share;
    }
    return List.copyOf(shares);
  }

  private String open() {
    if (report.open() == 0) return "";
    return report.open()
        + (report.open() == 1 ? " value is" : " values are")
        + " still open: assize resume "
        + Safe.terminal(report.name())
        + " asks for what is missing. The figures below are of what is there.";
  }

  /** Only this style and this script, by their sums; no other file, no address, no form. */
  private String policy() {
    return String.join(
        "; ",
        List.of(
            "default-src 'none'",
            "script-src " + Template.sum(script),
            "style-src " + Template.sum(style),
            "base-uri 'none'",
            "form-action 'none'"));
  }
}
