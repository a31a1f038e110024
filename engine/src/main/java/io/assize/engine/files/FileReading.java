package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** One file: find its form, and read it for answers or for labels. */
final class FileReading {

  private final Path path;
  private final ColumnMap map;

  FileReading(Path path, ColumnMap map) {
    this.path = path;
    this.map = map;
  }

  /** Read items and answers. */
  void answers(Gathering out, boolean first, boolean several) {
    if (named(".eval") && Files.isRegularFile(path) && zipped()) {
      InspectLog.ofZip(path).read(out);
      return;
    }
    SourceText source = SourceText.read(path);
    Optional<Json> document = document(source);
    if (document.filter(Promptfoo::wrote).isPresent()) {
      new Promptfoo(source, document.get()).read(out);
      return;
    }
    if (document.filter(InspectLog::wrote).isPresent()) {
      InspectLog.ofJson(source, document.get()).read(out);
      return;
    }
    String line = firstLine(source);
    if (Trec.looksLikeRun(line)) throw run(source);
    if (!named(".csv", ".tsv") && Trec.looksLikeQrels(line)) {
      LabelFiles.into(out, Trec.qrels(source));
      return;
    }
    var columns = Columns.of(sheet(source), map);
    new AnswersReader(columns, out, first, several).read();
  }

  private boolean zipped() {
    return SourceText.startsWith(SourceText.bytes(path), 'P', 'K', 3, 4);
  }

  /** Return the whole where it may be the document of another tool: these names stand in it. */
  private static Optional<Json> document(SourceText source) {
    String text = source.text();
    boolean may =
        text.charAt(JsonRows.firstSolid(text, 0)) == '{'
            && (text.contains("\"promptIdx\"")
                || (text.contains("\"eval\"") && text.contains("\"samples\"")));
    if (!may) return Optional.empty();
    try {
      return Optional.of(Json.parse(text));
    } catch (Json.JsonException e) {
      // JSON lines that use these names: read as rows.
      return Optional.empty();
    }
  }

  /** Read labels, some words of which mean that nothing was said. */
  DataFile labels(List<String> nothing) {
    SourceText source = SourceText.read(path);
    String line = firstLine(source);
    if (Trec.looksLikeRun(line)) throw run(source);
    if (!named(".csv", ".tsv") && Trec.looksLikeQrels(line)) return Trec.qrels(source);
    var columns = Columns.of(sheet(source), map);
    if (columns.has(Role.PASSAGE) && !columns.has(Role.ITEM)) {
      // A query with a passage is the item, and the reader of answers makes it.
      var out = new Gathering();
      new AnswersReader(columns, out, true, false).read();
      return LabelFiles.onlyLabels(out.done(), source.file());
    }
    var reader = new LabelsReader(columns, nothing);
    List<Label> labels = reader.read();
    return new DataFile(
        List.of(),
        List.of(),
        List.of(),
        labels,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(reader.account()),
        List.of());
  }

  /** Return the table, whatever the form. */
  Sheet sheet(SourceText source) {
    if (!startsLikeJson(source)) return Delimited.read(source);
    List<JsonRows.Located> objects = JsonRows.objects(source);
    refuseLabelStudio(source, objects);
    return JsonRows.sheet(source.file(), objects, map.columns());
  }

  static boolean startsLikeJson(SourceText source) {
    char c = source.text().charAt(JsonRows.firstSolid(source.text(), 0));
    return c == '{' || c == '[';
  }

  private static void refuseLabelStudio(SourceText source, List<JsonRows.Located> objects) {
    JsonRows.Located first = objects.getFirst();
    boolean labelStudio =
        first.value().get("annotations").isPresent() && first.value().get("data").isPresent();
    if (!labelStudio) return;
    throw AssizeException.usage(
        source.file(),
        "is a JSON export of Label Studio",
        "CSV, TSV, JSON or JSONL with a row for each label",
        "export it as CSV there, and give that file");
  }

  private AssizeException run(SourceText source) {
    return AssizeException.usage(
        source.file(),
        "is a TREC run, a ranking without answers",
        "items with answers, or labels",
        "give it to a command that measures retrieval");
  }

  private boolean named(String... endings) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return List.of(endings).stream().anyMatch(name::endsWith);
  }

  private static String firstLine(SourceText source) {
    return source.text().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }
}
