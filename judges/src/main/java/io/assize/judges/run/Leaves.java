package io.assize.judges.run;

import io.assize.core.Content;
import io.assize.core.Exhibit;
import io.assize.core.Judgment;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Verdict;
import io.assize.core.Why;
import io.assize.core.call.Answer;
import io.assize.core.call.CallKey;
import io.assize.core.call.Calls;
import io.assize.core.call.Message;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.judges.prompt.AnswerForm;
import io.assize.judges.prompt.Output;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptNames;
import io.assize.judges.prompt.PromptText;
import io.assize.judges.prompt.Vocabulary;
import io.assize.judges.reading.Question;
import io.assize.judges.reading.Reading;
import io.assize.judges.recipe.ReadAs;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The leaves that ask, write, check and look up: behind the gate, and through the door. */
final class Leaves {

  private static final String ORDER = "$order";

  private final Bench bench;
  private final Gate gate;
  private final Course course;
  private final PromptText prompts = new PromptText();

  Leaves(Bench bench, Rules rules, Course course) {
    this.course = course;
    this.bench = bench;
    this.gate = new Gate(rules);
  }

  Judgment ask(Recipe.Ask a, Env e) {
    Bench.Seat seat = bench.seat(e.fill(a.model()));
    Wanted wanted = Answers.wanted(a.scale(), e, a.prompt().name());
    var answers = new Answers(wanted, e, a.prompt().name(), Party.model(seat.name()), rubric(e, a));
    Optional<Result.Missing<Reading>> shut = gate.shut(e, a.sees(), a.prompt().vocabulary());
    if (shut.isPresent()) return answers.judgment(shut.get(), "blocked", List.of());

    List<Message> messages = messages(a.prompt(), e, a.sees(), Optional.of(wanted));
    Optional<Json> schema = seat.abilities().schema() ? schema(a, wanted, e) : Optional.empty();
    var chat = new Request.Chat(seat.name(), messages, a.sampling(), schema);
    boolean word = a.prompt().output().layout() == Output.Layout.TOKEN;
    Result<Answer> sent = send(chat, e, a.sees(), word ? Load.WORD : Load.REPLY);
    Question question = question(wanted, ReadAs.of(a), e);
    return answers.judgment(sent.then(x -> read(question, x)), "read", keys(sent));
  }

  private List<Message> messages(
      Prompt prompt, Env e, SortedSet<String> sees, Optional<Wanted> wanted) {
    return prompts.render(prompt, e.view(prompt.vocabulary(), sees, wanted)).messages();
  }

  private static Optional<Json> schema(Recipe.Ask a, Wanted wanted, Env e) {
    Output output = a.prompt().output();
    if (output.layout() != Output.Layout.JSON) return Optional.empty();
    var form = new AnswerForm(output, a.prompt().vocabulary(), wanted, e.shown().keys());
    return Optional.of(form.schema());
  }

  private Result<Answer> send(Request request, Env e, SortedSet<String> sees, int reply) {
    Calls calls = PlannedCalls.seeing(e.calls(), course, e, sees);
    return PlannedCalls.replying(calls, reply).send(request);
  }

  private Result<Reading> read(Question question, Answer answer) {
    return switch (answer.reply()) {
      case Reply.Said said -> Result.done(bench.reader().read(question, said));
      case Reply.Planned planned ->
          Result.done(Answers.planned(question.wanted(), planned.stand()));
      default -> Result.missing(Why.UNREADABLE, "the reply is no text");
    };
  }

  Exhibit write(Recipe.Write w, Env e) {
    Bench.Seat seat = bench.seat(e.fill(w.model()));
    Optional<Result.Missing<Content>> shut = gate.shut(e, w.sees(), w.prompt().vocabulary());
    if (shut.isPresent()) return written(w, seat, e, shut.get(), List.of());
    List<Message> messages = messages(w.prompt(), e, w.sees(), Optional.empty());
    var chat = new Request.Chat(seat.name(), messages, w.sampling(), Optional.empty());
    Result<Answer> sent = send(chat, e, w.sees(), Load.REPLY);
    return written(w, seat, e, sent.then(x -> content(w, x.reply())), keys(sent));
  }

  private static Exhibit written(
      Recipe.Write w, Bench.Seat by, Env e, Result<Content> content, List<CallKey> calls) {
    var madeFrom = new TreeSet<>(List.of(e.root().item().id()));
    e.shown().candidates().forEach(c -> madeFrom.add(c.item().id()));
    return new Exhibit(
        w.prompt().name(), content, Party.model(by.name()), madeFrom, shownAs(w, e), calls);
  }

  /** Candidates in an order, or a text that was written about them in one, put it on this text. */
  private static List<String> shownAs(Recipe.Write w, Env e) {
    if (w.sees().contains(PromptNames.CANDIDATES)) return e.shown().keys();
    for (String name : w.sees()) {
      Optional<Made> made = e.find(name);
      if (made.isEmpty()) continue;
      List<Gate.Order> orders = Gate.orders(made.get().product(), made.get().order());
      if (!orders.isEmpty()) {
        return e.shown().keys().size() > 1 ? e.shown().keys() : orders.getFirst().keys();
      }
    }
    return List.of();
  }

  private static Result<Content> content(Recipe.Write w, Reply reply) {
    return switch (reply) {
      case Reply.Planned p -> Result.done(Content.text(p.stand()));
      case Reply.Said s when s.finish() == Reply.Finish.REFUSED ->
          Result.missing(Why.REFUSED, "refused to write");
      case Reply.Said s -> {
        String text = s.text().strip();
        if (w.lines() > 0) {
          List<String> lines = Lines.of(text);
          text = String.join("\n", lines.subList(0, Math.min(w.lines(), lines.size())));
        }
        yield text.isEmpty()
            ? Result.missing(Why.UNREADABLE, "nothing was written")
            : Result.done(Content.text(text));
      }
      default -> Result.missing(Why.UNREADABLE, "the reply is no text");
    };
  }

  Judgment check(Recipe.Check c, Env e) {
    Checker checker = bench.checker(c.checker());
    Optional<Result.Missing<Verdict>> shut = gate.shut(e, c.sees(), Vocabulary.LETTERS);
    Result<Verdict> result =
        shut.isPresent()
            ? shut.get()
            : checker.check(
                e.seen(c.sees()), c.settings(), e.calls().random("check/" + c.checker()));
    return Judgments.of(
        e, c.checker(), c.checker(), result, shut.isPresent() ? "blocked" : "check");
  }

  /**
   * Look up what a person or a file says. The key has no presentation: the case stands in it. A
   * file that kept a word for each order is asked for it by {@code $order} in its name. A raw reply
   * goes through the same reader as one that was asked for just now.
   */
  Judgment recorded(Recipe.Recorded r, Env e) {
    String who = e.fill(r.source().replace("/" + ORDER, ""));
    String source = e.fill(r.source().replace(ORDER, String.join(">", e.shown().keys())));
    Wanted wanted = Answers.wanted(r.scale(), e, who);
    var party = new Party(who, Party.Kind.FILE);
    var answers = new Answers(wanted, e, who, party, Optional.empty());
    var request = new Request.AskPerson(source, e.root().id(), RecordedReply.question(r.scale()));
    Result<Answer> sent = e.calls().send(request);
    Result<Reading> read =
        r.as().isPresent()
            ? sent.then(x -> read(question(wanted, r.as().get(), e), x))
            : sent.then(x -> verdict(wanted, e).read(x.reply()));
    return answers.judgment(read, sent.whyNot().map(Leaves::word).orElse("recorded"), keys(sent));
  }

  private static Question question(Wanted wanted, ReadAs as, Env e) {
    return new Question(wanted, as.output(), as.vocabulary(), e.shown().keys(), as.read());
  }

  private RecordedReply verdict(Wanted wanted, Env e) {
    return new RecordedReply(wanted, e.root().keys().stream().sorted().toList(), bench.reader());
  }

  /** Rules are words without blanks. */
  private static String word(Why why) {
    return why.words().replace(' ', '-');
  }

  private static List<CallKey> keys(Result<Answer> sent) {
    return sent.got().map(a -> List.of(a.key())).orElse(List.of());
  }

  /** Hash the rubric that the ask sees, so that a judgment by another rubric is another one. */
  private static Optional<Hash> rubric(Env e, Recipe.Ask a) {
    SortedSet<String> sees = a.sees();
    if (!sees.contains("rubric")) return Optional.empty();
    return e.find("rubric")
        .map(m -> Hash.of(m.product().toJson()))
        .or(() -> e.shown().item().rubric().map(Hash::of));
  }
}
