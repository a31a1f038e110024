package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Party;
import io.assize.core.call.Reply;
import io.assize.core.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Replies of judges that were recorded by others, to be read here by our own readers.
 *
 * <p>The map says what stands where: {@code id}, then {@code a} and {@code b} for pairs or {@code
 * system} for single answers, {@code order} (1, 12, ab: the first is shown first; 2, 21, ba),
 * {@code judge}, {@code reply} for a text, with {@code finish} (stop, length, content_filter) where
 * the file says why it ended, or {@code response} for a whole response, {@code request}, and {@code
 * only=COLUMN:VALUE} to leave other rows out. LLMBar's completions are {@code
 * id=subset+item,a='output_1',b='output_2',order=order,judge=judge+strategy,reply=completion,finish=finish}.
 *
 * @param replies in the order of the file
 * @param account how it was read
 */
@API(status = API.Status.EXPERIMENTAL)
public record RecordedReplies(List<RecordedReply> replies, Account account) {

  public RecordedReplies {
    replies = List.copyOf(replies);
  }

  /**
   * Read a file. A judge that the map does not name is called as the file.
   *
   * @throws AssizeException where the map does not say where item and reply stand, or a row lacks
   *     one of them
   */
  public static RecordedReplies read(Path path, ColumnMap map) {
    SourceText source = SourceText.read(path);
    boolean json = FileReading.startsLikeJson(source);
    List<JsonRows.Located> objects =
        json ? JsonRows.objects(source, JsonRows.roots(source)) : List.of();
    Sheet sheet =
        json ? JsonRows.sheet(source.file(), objects, map.columns()) : Delimited.read(source);
    Columns columns = Columns.all(sheet, map);
    Role body = map.has(Role.RESPONSE) ? Role.RESPONSE : Role.REPLY;
    wanted(columns, body);
    var replies = new ArrayList<RecordedReply>();
    for (int i = 0; i < sheet.rows().size(); i++) {
      Sheet.Row row = sheet.rows().get(i);
      if (!columns.wants(row, map)) continue;
      var reader =
          new RowReader(
              columns, row, json ? Optional.of(objects.get(i).value()) : Optional.empty());
      replies.add(reader.reply(body, map));
    }
    if (replies.isEmpty()) {
      throw AssizeException.usage(
          source.file(), "holds no reply that the map wants", "at least one", "look at only=");
    }
    String what = Account.count(replies.size(), "recorded reply").replace("replys", "replies");
    return new RecordedReplies(
        replies,
        new Account(
            source.file(),
            what,
            map.entries().entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .toList()));
  }

  private static void wanted(Columns columns, Role body) {
    for (Role role : List.of(Role.ITEM, body)) {
      if (columns.has(role)) continue;
      throw AssizeException.usage(
          columns.sheet().header().toString(),
          "the map does not say which column is the " + role.word(),
          Quoted.list(columns.sheet().columns()),
          "add " + role.word() + "=COLUMN to the map");
    }
  }

  /** One row, and the JSON that it came from. */
  private record RowReader(Columns columns, Sheet.Row row, Optional<Json> json) {

    RecordedReply reply(Role body, ColumnMap map) {
      Place at = columns.sheet().place(row);
      String judge = columns.text(row, Role.RATER).orElse(SourceText.stem(columns.sheet().file()));
      return new RecordedReply(
          need(Role.ITEM),
          subject(at),
          new Party(judge, Party.Kind.FILE),
          body == Role.RESPONSE
              ? new RecordedReply.Body.Response(
                  value(map, Role.RESPONSE).orElseThrow(() -> lacks(Role.RESPONSE)))
              : new RecordedReply.Body.Text(columns.text(row, Role.REPLY).orElse(""), finish()),
          value(map, Role.REQUEST),
          at);
    }

    private Subject subject(Place at) {
      if (columns.has(Role.A) && columns.has(Role.B)) {
        return new Subject.Pair(need(Role.A), need(Role.B), shown(at));
      }
      if (columns.has(Role.SYSTEM)) return new Subject.Answer(need(Role.SYSTEM), 0);
      return new Subject.Whole();
    }

    private Subject.Shown shown(Place at) {
      Optional<String> word = columns.text(row, Role.ORDER);
      if (word.isEmpty()) return Subject.Shown.NOT_TOLD;
      return PairWords.shown(word.get())
          .orElseThrow(() ->
              AssizeException.usage(
                  at.toString(),
                  columns.told(Role.ORDER) + " is " + Quoted.of(word.get()),
                  "1, 12 or ab where a was shown first; 2, 21 or ba where b was",
                  "mend the row, or leave it out with only="));
    }

    private Reply.Finish finish() {
      if (!columns.has(Role.FINISH)) return Reply.Finish.STOP;
      String word = columns.text(row, Role.FINISH).orElse("").strip().toLowerCase(Locale.ROOT);
      return switch (word) {
        case "stop", "end_turn", "stop_sequence", "eos", "eos_token" -> Reply.Finish.STOP;
        case "length", "max_tokens" -> Reply.Finish.LENGTH;
        case "content_filter", "content management policy", "refusal", "safety" ->
            Reply.Finish.REFUSED;
        default -> Reply.Finish.OTHER;
      };
    }

    private Optional<Json> value(ColumnMap map, Role role) {
      if (!map.has(role) || json.isEmpty()) return Optional.empty();
      String name = ((Source.Column) map.get(role).getFirst()).name();
      Optional<Json> member = json.get().get(name);
      Optional<Json> found =
          member.isPresent() ? member : JsonPath.parse(name).flatMap(path -> path.in(json.get()));
      return found.filter(v -> !v.isNull());
    }

    private String need(Role role) {
      return columns.text(row, role).orElseThrow(() -> lacks(role));
    }

    private AssizeException lacks(Role role) {
      return AssizeException.usage(
          columns.sheet().place(row).toString(),
          columns.told(role) + " is empty",
          "the " + role.word() + " in each row",
          "mend the row, or leave it out with only=");
    }
  }
}
