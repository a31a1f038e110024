package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.archive.ZipEntries;
import io.assize.engine.mapping.Extraction;
import io.assize.engine.mapping.Mapping;
import io.assize.engine.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Zips that other tools write, an entry for each row: read in bounded memory, nothing unpacked. */
final class Archives {

  private Archives() {}

  static boolean isZip(Path path) {
    return SourceText.startsWith(SourceText.first(path, 4), 'P', 'K', 3, 4);
  }

  /** Read the zip under the mapping that is named, or whose head it holds. */
  static MappedFile read(Path path, ColumnMap map) {
    String file = path.toString();
    try (var zip = new ZipEntries(path)) {
      Mapping mapping =
          map.mapping().map(Mappings::named).orElseGet(() -> knowing(file, zip.names()));
      Mapping.Archive form =
          mapping
              .archive()
              .orElseThrow(() ->
                  AssizeException.usage(
                      file,
                      "is a zip, and the mapping " + mapping.name() + " reads none",
                      "a mapping with archive:",
                      "unpack it"));
      Json head = entry(file, zip, form.head());
      var rows = new ArrayList<Json>();
      for (String name : zip.names()) {
        if (form.holds(name)) rows.add(entry(file, zip, name));
      }
      if (rows.isEmpty()) {
        throw AssizeException.usage(
            file,
            "is read as " + mapping.name() + ", and holds no entry " + form.entries(),
            "at least one",
            "check what wrote it");
      }
      return new MappedFile(
          file, path, mapping, map, List.of(new Extraction.Origin(1, head, rows)));
    } catch (IOException e) {
      throw AssizeException.usage(
          file,
          "is no zip that can be read: " + e.getMessage(),
          "a zip as the tool writes it",
          "write it as JSON there; Inspect: inspect log convert --to json FILE --output-dir DIR");
    }
  }

  private static Mapping knowing(String file, List<String> names) {
    List<Mapping> zipped = Mappings.all().stream().filter(m -> m.archive().isPresent()).toList();
    return zipped.stream()
        .filter(m -> names.contains(m.archive().orElseThrow().head()))
        .findFirst()
        .orElseThrow(() ->
            AssizeException.usage(
                file,
                "is a zip that holds no "
                    + String.join(
                        " and no ",
                        zipped.stream().map(m -> m.archive().orElseThrow().head()).toList()),
                String.join(", ", zipped.stream().map(Mapping::about).toList()) + ", finished",
                "finish the evaluation, or unpack the zip"));
  }

  private static Json entry(String file, ZipEntries zip, String name) throws IOException {
    SourceText text = SourceText.decode(file + "!" + name, zip.bytes(name));
    return JsonRows.parse(text.file(), text.text(), 1);
  }
}
