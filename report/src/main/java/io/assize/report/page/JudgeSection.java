package io.assize.report.page;

import io.assize.core.json.Json;
import io.assize.core.scale.Scale;
import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.RunResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Estimate;
import io.assize.report.JudgeReport;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.Table;
import io.assize.report.Told;
import io.assize.report.svg.Chart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One judge's part of the page, as what the template asks for. */
final class JudgeSection {

  private static final int EXPLAINED = 12;

  private final String id;
  private final Report report;
  private final JudgeReport judge;
  private final Room room;
  private final Told told;
  private final List<CaseRow> rows;

  /**
   * How much of a judge there is room for.
   *
   * @param cases that can be searched
   * @param whole cases with texts and replies
   * @param characters of these
   */
  record Room(int cases, int whole, long characters) {}

  JudgeSection(String id, Report report, JudgeReport judge, Room room) {
    this.id = id;
    this.report = report;
    this.judge = judge;
    this.room = room;
    this.told = judge.told();
    this.rows = CaseRow.of(judge);
  }

  /** Return the first sentence of the answer. */
  String first() {
    return told.answer().getFirst();
  }

  Map<String, Object> slots() {
    Figures figures = Figures.of(id, judge, rows);
    var shown = new ArrayList<>(rows.subList(0, Math.min(room.cases(), rows.size())));
    FullCases full =
        FullCases.of(
            judge, shown, report.name(), report.replies(), room.whole(), room.characters());
    full.taken().forEach(i -> shown.set(i, flagged(shown.get(i))));
    var slots = new LinkedHashMap<String, Object>();
    slots.put("id", id);
    slots.put("run", Safe.terminal(report.name()));
    slots.put("judge", judge.name());
    slots.put("model", judge.facts().judge());
    slots.put("title", sentenceCase(told.title()));
    slots.put("answer", texts(told.answer()));
    slots.put("believed", texts(told.believed()));
    slots.put("answers", figures(figures.answer(), true));
    slots.put("standings", List.of(table(figures.answer().getFirst().table())));
    slots.put("believes", figures(figures.believed(), false));
    slots.put("tables", figures.tables().stream().map(JudgeSection::table).toList());
    List<Map<String, Object>> numbers = numbers();
    slots.put("numbers?", !numbers.isEmpty());
    slots.put("numbers", numbers);
    slots.put("points", told.card().stream().map(JudgeSection::point).toList());
    List<Map<String, Object>> looks = looks();
    slots.put("looks?", !looks.isEmpty());
    slots.put("looks", looks);
    slots.put("left", left(shown.size(), full));
    slots.put("data", Safe.script(data(shown, full).canonical()));
    return slots;
  }

  private static CaseRow flagged(CaseRow r) {
    var flags = EnumSet.of(CaseFlag.FULL);
    flags.addAll(r.flags());
    return new CaseRow(r.asked(), r.a(), r.b(), r.code(), r.value(), r.label(), r.why(), flags);
  }

  private Json data(List<CaseRow> shown, FullCases full) {
    return Json.object()
        .put("pairs", judge.result() instanceof RunResult.Pairs)
        .put("levels", Json.array(levels(), Json::of))
        .put("columns", new CaseColumns(shown, systems()).json())
        .put("full", full.json())
        .build();
  }

  private List<String> levels() {
    if (!(judge.result() instanceof RunResult.Grades g)) return List.of();
    return g.table().scale().orElse(null) instanceof Scale.Levels l
        ? l.levels().stream().map(x -> Safe.brief(x.label(), 30)).toList()
        : List.of();
  }

  /** In the order of the standings, which the cells of tables count on. */
  private List<String> systems() {
    return switch (judge.result()) {
      case RunResult.Pairs p -> p.result().standings().stream().map(Standing::system).toList();
      case RunResult.Grades g ->
          g.result().standings().stream().map(GradeResult.Standing::system).toList();
    };
  }

  /** What was left out is told, and where it is to be had. */
  private String left(int shown, FullCases full) {
    String what = judge.result() instanceof RunResult.Pairs ? "pairs" : "answers";
    var said = new StringBuilder();
    if (shown == rows.size()) said.append("All ").append(Numbers.count(shown));
    else {
      said.append("The first ").append(Numbers.count(shown)).append(" of ");
      said.append(Numbers.count(rows.size()));
    }
    said.append(' ').append(what).append(" can be searched here. ");
    int whole = full.taken().size();
    if (whole == rows.size()) {
      return said.append("Texts and replies of all of them are in this page.").toString();
    }
    said.append("Texts and replies of ").append(whole).append(" are in this page");
    long against = rows.stream().filter(r -> r.is(CaseFlag.AGAINST)).count();
    long held = full.taken().stream().filter(i -> rows.get(i).is(CaseFlag.AGAINST)).count();
    if (against > 0) {
      said.append(", first ").append(held).append(" of the ").append(Numbers.count(against));
      said.append(" on which judge and label differ");
    }
    said.append("; of the other ").append(Numbers.count(rows.size() - (long) whole));
    said.append(": assize show ").append(Safe.terminal(report.name())).append(" ITEM.");
    return said.toString();
  }

  // ---- numbers

  private List<Map<String, Object>> numbers() {
    var all = new ArrayList<Map<String, Object>>();
    switch (judge.result()) {
      case RunResult.Pairs p -> {
        List<Standing> of = p.result().standings();
        for (Standing s : of.subList(0, Math.min(EXPLAINED, of.size()))) {
          all.add(Explained.of(s.system() + ": win rate", s.winRate()));
        }
        if (p.result().itemsToSettle() instanceof Estimate.Value v) {
          all.add(Explained.of("items to settle the lead", v));
        }
      }
      case RunResult.Grades g -> {
        List<GradeResult.Standing> of = g.result().standings();
        for (GradeResult.Standing s : of.subList(0, Math.min(EXPLAINED, of.size()))) {
          all.add(Explained.of(s.system() + ": mean", s.mean()));
        }
        g.result().lead().ifPresent(e -> all.add(Explained.of("lead over the second", e)));
      }
    }
    return all;
  }

  private static Map<String, Object> point(Told.Point p) {
    var slots = new LinkedHashMap<String, Object>();
    slots.put("name", p.name());
    slots.put("says", Told.plain(p.says()));
    boolean measured = p.of().isEmpty() || p.of().getFirst() instanceof Estimate.Value;
    String shows = p.shows().isEmpty() || !measured ? "" : shows(p.shows());
    slots.put("shows", shows);
    var of =
        p.of().stream()
            .filter(e -> e instanceof Estimate.Value)
            .map(e -> Explained.of(p.name(), e))
            .toList();
    slots.put("of?", !of.isEmpty());
    slots.put("of", of);
    return slots;
  }

  private static String shows(String is) {
    return Json.object().put("is", is).build().canonical();
  }

  private List<Map<String, Object>> looks() {
    var all = new ArrayList<Map<String, Object>>();
    for (PairResult.Look look : told.looks()) {
      int at = find(look);
      if (at < 0) continue;
      var slots = new LinkedHashMap<String, Object>();
      slots.put("item", look.item());
      slots.put("systems", look.a() + (look.b().isEmpty() ? "" : " - " + look.b()));
      slots.put("reason", look.reason());
      slots.put("shows", Json.object().put("case", at).build().canonical());
      all.add(slots);
    }
    return all;
  }

  private int find(PairResult.Look look) {
    for (int i = 0; i < Math.min(room.cases(), rows.size()); i++) {
      CaseRow r = rows.get(i);
      String b = r.b().map(c -> c.by().name()).orElse("");
      boolean same =
          r.asked().item().id().equals(look.item()) && r.a().by().name().equals(look.a());
      if (same && b.equals(look.b())) return i;
    }
    return -1;
  }

  // ---- for the template

  static List<Map<String, Object>> texts(List<String> of) {
    var all = new ArrayList<Map<String, Object>>();
    of.forEach(t -> all.add(Map.of("text", t)));
    return all;
  }

  static List<Map<String, Object>> figures(List<Chart> charts, boolean first) {
    var all = new ArrayList<Map<String, Object>>();
    for (Chart c : charts) {
      Map<String, Object> slots = table(c.table());
      slots.put("title", c.title());
      slots.put("svg", c.svg());
      slots.put("note", c.note());
      slots.put("folded", !(first && all.isEmpty()));
      all.add(slots);
    }
    return all;
  }

  static Map<String, Object> table(Table table) {
    var right = new TreeSet<Integer>();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      if (table.rows().stream().allMatch(r -> isNumber(r.get(column).text()))) right.add(c);
    }
    var columns = new ArrayList<Map<String, Object>>();
    for (int c = 0; c < table.columns().size(); c++) {
      columns.add(cell(table.columns().get(c), "", right.contains(c)));
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (List<Table.Cell> row : table.rows()) {
      var cells = new ArrayList<Map<String, Object>>();
      for (int c = 0; c < row.size(); c++) {
        String shows = row.get(c).shows().map(Json::canonical).orElse("");
        cells.add(cell(row.get(c).text(), shows, right.contains(c)));
      }
      rows.add(Map.of("cells", cells));
    }
    var slots = new LinkedHashMap<String, Object>();
    slots.put("title", table.title());
    slots.put("columns", columns);
    slots.put("rows", rows);
    return slots;
  }

  private static Map<String, Object> cell(String text, String shows, boolean number) {
    return Map.of("text", text, "shows", shows, "number", number);
  }

  private static boolean isNumber(String text) {
    return text.isEmpty() || text.matches("[+-]?[0-9][0-9 ]*(\\.[0-9]+)?");
  }

  private static String sentenceCase(String title) {
    return title.charAt(0) + title.substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
