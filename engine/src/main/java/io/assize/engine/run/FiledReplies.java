package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Protocol;
import io.assize.core.call.Reply;
import io.assize.engine.docket.Assignment;
import io.assize.engine.door.Records;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.files.RecordedReplies;
import io.assize.engine.files.RecordedReply;
import io.assize.engine.files.Subject;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.OnRecord;
import io.assize.judges.recipe.Read;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Values;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Raw replies of a judge that stand in a file: read by the recipe's own reader, as if they had come
 * just now. Nothing is asked.
 */
final class FiledReplies {

  private final String where;
  private final String name;
  private final List<RecordedReply> replies;
  private final Filed filed;

  private FiledReplies(String where, RecordedReplies read, Filed filed) {
    this.where = where;
    this.name = filed.account().file();
    this.replies = read.replies();
    this.filed = filed;
  }

  /**
   * Read a file.
   *
   * @param where the judge stands, for errors
   * @throws AssizeException where it holds replies of several judges, or does not say what they are
   *     about
   */
  static FiledReplies read(String where, Path path, ColumnMap map) {
    RecordedReplies read = RecordedReplies.read(path, map);
    var file = new FiledReplies(where, read, Filed.of(path, map, read.account()));
    file.oneJudge();
    file.ordersTold();
    return file;
  }

  private void oneJudge() {
    var judges = new TreeSet<String>();
    replies.forEach(r -> judges.add(r.judge().name()));
    if (judges.size() == 1) return;
    throw refused(
        "holds replies of "
            + judges.size()
            + " judges: "
            + String.join(", ", judges.stream().limit(5).toList())
            + (judges.size() > 5 ? " and others" : ""),
        "one judge",
        "keep one by map: {judge: COLUMN, only: \"COLUMN:VALUE\"}");
  }

  /** Without the order nobody knows whom "A" means. */
  private void ordersTold() {
    for (RecordedReply r : replies) {
      if (r.subject() instanceof Subject.Pair p && p.shown() == Subject.Shown.NOT_TOLD) {
        throw AssizeException.usage(
            r.at().toString(),
            "does not say which answer was shown first, so nobody knows whom a reply names",
            "order=COLUMN in the map; order='12' where a always was",
            "add order to the map");
      }
    }
  }

  Filed filed() {
    return filed;
  }

  /** Return who replied. */
  String judge() {
    return replies.getFirst().judge().name();
  }

  /** Return the recipe that reads them where none is named: by what the replies are about. */
  String usual() {
    return comparing() ? "pair" : "pass-fail";
  }

  private boolean comparing() {
    return replies.getFirst().subject() instanceof Subject.Pair;
  }

  /**
   * Return the recipe with the file in the place of its question.
   *
   * @throws AssizeException where it asks for more than the file holds
   */
  BoundRecipe recipe(BoundRecipe asking) {
    var nodes = asking.nodes();
    boolean alone = nodes.stream().anyMatch(n -> varies(n, Values.Candidates.class));
    boolean compares = Takes.of(asking.tree()) == Takes.PAIR && !alone;
    if (compares != comparing()) {
      throw refused(
          "is about "
              + (comparing() ? "pairs" : "single answers")
              + ", and its recipe "
              + asking.name()
              + (compares ? " compares two answers" : " judges one answer at a time"),
          "replies to what the recipe asks",
          comparing()
              ? "take recipe: pair, or name the answer by system=COLUMN in the map"
              : "take recipe: score or pass-fail, or name both answers by a=, b= and order= in the"
                  + " map");
    }
    if (nodes.stream().anyMatch(n -> varies(n, Values.BothOrders.class)) && !bothOrders()) {
      throw refused(
          "holds each pair in one order, and its recipe " + asking.name() + " asks in both",
          "replies in both orders, or a recipe that asks once",
          "write a recipe file without vary: {order: both}, and name it by recipe: FILE");
    }
    return OnRecord.of(where, asking, comparing() ? judge() + "/$order" : judge());
  }

  private static boolean varies(Recipe node, Class<? extends Values> over) {
    return node instanceof Recipe.Vary v && over.isInstance(v.values());
  }

  private boolean bothOrders() {
    return shownFirst().values().stream().anyMatch(first -> first.size() > 1);
  }

  /** The systems that were shown first, for each pair of each item. */
  private SortedMap<String, TreeSet<String>> shownFirst() {
    var orders = new TreeMap<String, TreeSet<String>>();
    for (RecordedReply r : replies) {
      if (!(r.subject() instanceof Subject.Pair p)) continue;
      String first = p.shown() == Subject.Shown.A_FIRST ? p.a() : p.b();
      orders.computeIfAbsent(pair(r.item(), p.a(), p.b()), k -> new TreeSet<>()).add(first);
    }
    return orders;
  }

  private static String pair(String item, String a, String b) {
    return item + "\n" + (a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a);
  }

  /** Show pairs as they were shown, where the file kept one order of them. */
  List<Assignment> asShown(List<Assignment> docket) {
    SortedMap<String, TreeSet<String>> shown = shownFirst();
    return docket.stream().map(a -> asShown(a, shown)).toList();
  }

  private static Assignment asShown(Assignment a, SortedMap<String, TreeSet<String>> shown) {
    List<Candidate> of = a.asked().candidates();
    if (of.size() != 2) return a;
    String one = of.getFirst().by().name();
    String two = of.getLast().by().name();
    TreeSet<String> first = shown.get(pair(a.asked().item().id(), one, two));
    if (first == null || first.contains(one)) return a;
    Case turned = a.asked().inOrder(List.of(of.getLast().key(), of.getFirst().key()));
    return new Assignment(turned, a.inclusion());
  }

  /**
   * Bring the replies to their cases.
   *
   * @param recipe on record
   * @param cases of the docket
   * @param protocols by name, to read whole responses
   * @throws AssizeException where two replies answer one question, none is about these cases, or
   *     the recipe reads token probabilities and there are none
   */
  Records records(BoundRecipe recipe, List<Case> cases, SortedMap<String, Protocol> protocols) {
    var about = new ArrayList<>(cases);
    if (!comparing()) {
      cases.stream()
          .filter(c -> c.candidates().size() > 1)
          .forEach(c -> c.keys().forEach(k -> about.add(c.alone(k))));
    }
    var table = new RecordTable(about);
    var places = new TreeMap<String, RecordedReply>();
    boolean found = false;
    boolean tokens = false;
    for (RecordedReply r : replies) {
      once(places, r);
      List<Case> of = table.about(r.item(), r.subject());
      if (of.isEmpty()) continue;
      if (of.size() > 1) throw whose(r);
      Result<Reply.Said> said = said(r, protocols);
      found = true;
      tokens |= said.got().filter(s -> !s.tokens().isEmpty()).isPresent();
      table.put(judge(), of.getFirst(), r.subject(), new Records.Record(said));
    }
    if (!found) throw nothing(cases);
    if (!tokens) needsNone(recipe);
    return recipe.nodes().stream()
        .flatMap(n -> n instanceof Recipe.Recorded r ? Stream.of(r.scale()) : Stream.empty())
        .findFirst()
        .map(form -> table.asked(io.assize.judges.run.RecordedReply.question(form)))
        .orElse(table);
  }

  private static void once(TreeMap<String, RecordedReply> places, RecordedReply r) {
    RecordedReply before = places.put(r.item() + "\n" + r.subject(), r);
    if (before == null) return;
    throw AssizeException.usage(
        r.at().toString(),
        "replies to the same question as line " + before.at().line(),
        "one reply to each question",
        "leave one out by only=COLUMN:VALUE in the map, or tell judges apart by judge=COLUMN");
  }

  private AssizeException whose(RecordedReply r) {
    return AssizeException.usage(
        r.at().toString(),
        "does not say whose answer it is about, and item " + r.item() + " has several",
        "system=COLUMN in the map",
        "add system to the map");
  }

  private AssizeException nothing(List<Case> cases) {
    RecordedReply first = replies.getFirst();
    Case wanted = cases.getFirst();
    return refused(
        "holds no reply to any of "
            + cases.size()
            + " cases; its first row is about item "
            + first.item()
            + switch (first.subject()) {
              case Subject.Whole w -> "";
              case Subject.Answer a -> ", system " + a.system();
              case Subject.Pair p -> ", systems " + p.a() + " and " + p.b();
            },
        "ids and systems of the items, such as item "
            + wanted.item().id()
            + ", "
            + String.join(" and ", wanted.candidates().stream().map(c -> c.by().name()).toList()),
        "mend id, system, a or b in the map");
  }

  private void needsNone(BoundRecipe recipe) {
    for (Recipe node : recipe.nodes()) {
      if (node instanceof Recipe.Recorded r
          && r.as().filter(as -> as.read().from() != Read.From.TEXT).isPresent()) {
        throw refused(
            "holds no token probabilities, and its recipe " + recipe.name() + " reads them",
            "whole responses with log-probabilities (response=COLUMN in the map), or a recipe that"
                + " reads text",
            "use recipe: " + (comparing() ? "pair" : "score"));
      }
    }
  }

  private static Result<Reply.Said> said(RecordedReply r, SortedMap<String, Protocol> protocols) {
    return switch (r.body()) {
      case RecordedReply.Body.Text(String text, Reply.Finish finish) ->
          Result.done(new Reply.Said(text, java.util.Optional.empty(), List.of(), finish));
      case RecordedReply.Body.Response(var json) -> {
        Protocol chat = protocols.get("openai-chat");
        if (chat == null) yield Result.missing(Why.UNREADABLE, "no protocol reads responses here");
        yield chat.read(json.canonical().getBytes(StandardCharsets.UTF_8))
            .then(reply ->
                reply instanceof Reply.Said said
                    ? Result.done(said)
                    : Result.missing(Why.UNREADABLE, "the response is no text"));
      }
    };
  }

  private AssizeException refused(String found, String allowed, String fix) {
    return AssizeException.usage(where, name + " " + found, allowed, fix);
  }
}
