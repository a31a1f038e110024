package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.engine.mapping.Extraction;
import io.assize.engine.mapping.Mapping;
import io.assize.engine.mapping.Mappings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    Optional<MappedFile> archive = archive();
    if (archive.isPresent()) {
      archive.get().answers(out, first, several);
      return;
    }
    SourceText source = SourceText.read(path);
    String line = firstLine(source);
    if (Trec.looksLikeRun(line)) throw run(source);
    if (!named(".csv", ".tsv") && Trec.looksLikeQrels(line)) {
      LabelFiles.into(out, Trec.qrels(source));
      return;
    }
    Form form = form(source);
    Optional<MappedFile> mapped = form.mapped();
    if (mapped.isPresent()) {
      mapped.get().answers(out, first, several);
      return;
    }
    var columns = Columns.of(form.sheet(), map);
    new AnswersReader(columns, out, first, several).read();
  }

  private Optional<MappedFile> archive() {
    boolean zip =
        (named(".eval", ".zip") || map.mapping().isPresent())
            && Files.isRegularFile(path)
            && Archives.isZip(path);
    return zip ? Optional.of(Archives.read(path, map)) : Optional.empty();
  }

  /** What a file is before its columns are looked at: roots of JSON, or rows. */
  private final class Form {
    private final SourceText source;
    private final List<JsonRows.Located> roots;
    private @Nullable Sheet sheet;

    Form(SourceText source) {
      this.source = source;
      this.roots = startsLikeJson(source) ? JsonRows.roots(source) : List.of();
    }

    /** Return the file under the mapping that is named, or that knows it. */
    Optional<MappedFile> mapped() {
      return mapping().map(m -> new MappedFile(source.file(), path, m, map, origins()));
    }

    private Optional<Mapping> mapping() {
      if (map.mapping().isPresent()) return map.mapping().map(Mappings::named);
      if (map.namesColumns()) return Optional.empty();
      if (!roots.isEmpty()) {
        String text = source.text();
        return Mappings.knowing(
            w -> text.contains("\"" + w + "\""), () -> roots.getFirst().value());
      }
      Sheet rows = sheet();
      if (rows.rows().isEmpty()) return Optional.empty();
      return Mappings.knowing(
          rows.columns()::contains, () -> MappedFile.row(rows, rows.rows().getFirst()));
    }

    private List<Extraction.Origin> origins() {
      if (!roots.isEmpty()) {
        return roots.stream()
            .map(r -> new Extraction.Origin(r.line(), r.value(), List.of()))
            .toList();
      }
      Sheet rows = sheet();
      return rows.rows().stream()
          .map(r -> new Extraction.Origin(r.line(), MappedFile.row(rows, r), List.of()))
          .toList();
    }

    /** Return the table, whatever the form. */
    Sheet sheet() {
      Sheet known = sheet;
      if (known != null) return known;
      Sheet read;
      if (roots.isEmpty()) {
        read = Delimited.read(source);
      } else {
        List<JsonRows.Located> objects = JsonRows.objects(source, roots);
        refuseLabelStudio(source, objects);
        read = JsonRows.sheet(source.file(), objects, map.columns());
      }
      sheet = read;
      return read;
    }
  }

  private Form form(SourceText source) {
    return new Form(source);
  }

  /** Read labels, some words of which mean that nothing was said. */
  DataFile labels(List<String> nothing) {
    Optional<MappedFile> archive = archive();
    if (archive.isPresent()) return archive.get().labels();
    SourceText source = SourceText.read(path);
    String line = firstLine(source);
    if (Trec.looksLikeRun(line)) throw run(source);
    if (!named(".csv", ".tsv") && Trec.looksLikeQrels(line)) return Trec.qrels(source);
    Form form = form(source);
    Optional<MappedFile> mapped = form.mapped().filter(MappedFile::hasScores);
    if (mapped.isPresent()) return mapped.get().labels();
    var columns = Columns.of(form.sheet(), map);
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
    return form(source).sheet();
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
