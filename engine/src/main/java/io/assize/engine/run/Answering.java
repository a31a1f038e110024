package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Answer;
import io.assize.core.call.Calls;
import io.assize.core.call.Message;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.call.Sampling;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.door.Outside;
import io.assize.engine.files.DataFile;
import io.assize.judges.prompt.SystemPrompt;
import io.assize.judges.run.Load;
import io.assize.judges.run.Rehearsal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;

/** Has systems answer: models by a prompt, programs by the item on their standard input. */
@API(status = API.Status.EXPERIMENTAL)
public final class Answering {

  private final Outside outside;
  private final ConfigFolder folder;

  public Answering(Outside outside, ConfigFolder folder) {
    this.outside = outside;
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param data with the answers
   * @param sum of the data
   * @param missing answers that could not be had, by system and reason
   */
  public record Answered(DataFile data, Hash sum, List<Gap> missing) {

    public Answered {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Answers of one system that are missing for one reason.
   *
   * @param system its name
   * @param why the reason
   * @param count how many
   * @param first what the first of them met, for a person who looks
   */
  public record Gap(String system, Why why, long count, String first) {

    private Gap more() {
      return new Gap(system, why, count + 1, first);
    }
  }

  /** Ask every system for every item; what was answered before is read. */
  public Answered all(DataFile data, List<SystemConfig> systems, Progress progress) {
    var candidates = new ArrayList<>(data.candidates());
    var gaps = new ArrayList<Gap>();
    for (SystemConfig system : systems) {
      var missing = new EnumMap<Why, Gap>(Why.class);
      var work = new ArrayList<Callable<List<Result<Candidate>>>>();
      requests(system, data)
          .forEach(
              (item, request) -> work.add(() -> samples(system, item, samples(system), request)));
      var told = told(work, "answers of " + system.name(), progress);
      for (int from = 0; from < told.size(); from += 64) {
        var part = told.subList(from, Math.min(from + 64, told.size()));
        Case any = Case.of(data.items().getFirst(), List.of());
        for (var answers : outside.door(any, 0).all(part)) {
          for (Result<Candidate> a : answers) {
            switch (a) {
              case Result.Done<Candidate> d -> candidates.add(d.value());
              case Result.Missing<Candidate> m ->
                  missing.merge(
                      m.why(),
                      new Gap(system.name(), m.why(), 1, m.detail()),
                      (known, another) -> known.more());
            }
          }
        }
      }
      gaps.addAll(missing.values());
    }
    var names = systems.stream().map(SystemConfig::name).toList();
    DataFile answered = data.withAnswers(candidates, names);
    return new Answered(answered, answered.sum(), gaps);
  }

  /** Tell each piece of work when it is done: several end at once, one is told at a time. */
  private static <T> List<Callable<T>> told(
      List<Callable<T>> work, String phase, Progress progress) {
    var done = new AtomicInteger();
    var told = new ArrayList<Callable<T>>();
    for (Callable<T> one : work) {
      told.add(() -> {
        T made = one.call();
        synchronized (done) {
          progress.on(phase, done.incrementAndGet(), work.size());
        }
        return made;
      });
    }
    return told;
  }

  /**
   * What asking would come to.
   *
   * @param data with the answers that are kept, and stand-ins of {@link Load#REPLY} tokens for the
   *     others
   * @param loads of each system
   */
  public record Planned(DataFile data, SortedMap<String, Rehearsal.Loads> loads) {}

  /** Plan, and ask nobody. */
  public Planned planned(DataFile data, List<SystemConfig> systems) {
    var candidates = new ArrayList<>(data.candidates());
    var loads = new TreeMap<String, Rehearsal.Loads>();
    for (SystemConfig system : systems) {
      var all = new TreeMap<String, Load>();
      var missing = new TreeMap<String, Load>();
      requests(system, data)
          .forEach((item, request) -> {
            for (int i = 0; i < samples(system); i++) {
              Load load = Load.of(request);
              all.merge(request.to(), load, Load::plus);
              boolean kept = outside.kept(request, List.of(0, i));
              if (!kept) missing.merge(request.to(), load, Load::plus);
              Optional<String> said =
                  kept
                      ? outside
                          .door(Case.of(item, List.of()), 0)
                          .draw(i, samples(system))
                          .send(request)
                          .then(a -> text(a.reply()))
                          .got()
                      : Optional.of("word".repeat(Load.REPLY));
              int sample = i;
              said.ifPresent(
                  t -> candidates.add(Candidate.of(item, Party.system(system.name()), sample, t)));
            }
          });
      loads.put(system.name(), new Rehearsal.Loads(all, missing));
    }
    var names = systems.stream().map(SystemConfig::name).toList();
    return new Planned(data.withAnswers(candidates, names), loads);
  }

  private static int samples(SystemConfig system) {
    return switch (system.answers()) {
      case SystemConfig.Answers.OfModel m -> m.samples();
      case SystemConfig.Answers.OfCommand c -> c.samples();
      case SystemConfig.Answers.OfFile f -> 0;
    };
  }

  /** Return what a system is asked for each item, in the order of the items. */
  private Map<Item, Request> requests(SystemConfig system, DataFile data) {
    var requests = new LinkedHashMap<Item, Request>();
    switch (system.answers()) {
      case SystemConfig.Answers.OfModel m -> {
        String template = template(system.name(), m);
        for (Item item : data.items()) requests.put(item, chat(m, template, data, item));
      }
      case SystemConfig.Answers.OfCommand c -> {
        for (Item item : data.items()) {
          requests.put(item, new Request.Execute(command(system.name()), json(item)));
        }
      }
      case SystemConfig.Answers.OfFile f -> {}
    }
    return requests;
  }

  /** Return the name by which a run knows a program. */
  public static String command(String system) {
    return "command of " + system;
  }

  private List<Result<Candidate>> samples(
      SystemConfig system, Item item, int samples, Request request) {
    var all = new ArrayList<Result<Candidate>>();
    Calls door = outside.door(Case.of(item, List.of()), 0);
    for (int i = 0; i < samples; i++) {
      int sample = i;
      Result<Answer> sent = door.draw(i, samples).send(request);
      all.add(
          sent.then(a -> text(a.reply()))
              .map(t -> Candidate.of(item, Party.system(system.name()), sample, t)));
    }
    return all;
  }

  private static Result<String> text(Reply reply) {
    return switch (reply) {
      case Reply.Said s when s.finish() == Reply.Finish.REFUSED ->
          Result.missing(Why.REFUSED, "the endpoint refused");
      case Reply.Said s -> Result.done(s.text());
      case Reply.Ran r -> Result.done(r.out().stripTrailing());
      default -> Result.missing(Why.UNREADABLE, "the answer is no text");
    };
  }

  private static Request chat(
      SystemConfig.Answers.OfModel m, String template, DataFile data, Item item) {
    var sampling =
        new Sampling(m.temperature(), OptionalDouble.empty(), m.maxTokens(), List.of(), 0);
    String prompt = SystemPrompt.render(template, data.variables(item));
    return new Request.Chat(m.model(), List.of(Message.user(prompt)), sampling, Optional.empty());
  }

  private String template(String system, SystemConfig.Answers.OfModel m) {
    if (m.prompt().isEmpty()) return "{{input}}";
    var file = folder.find("systems." + system, "prompt", m.prompt().get());
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException e) {
      throw AssizeException.environment(
          file.toString(), "the prompt cannot be read", "save it as text in UTF-8", e);
    }
  }

  private static Json json(Item item) {
    return Json.object()
        .put("id", item.id())
        .putAll(Json.texts(item.fields()))
        .put("rubric", item.rubric().map(Json::of))
        .build();
  }
}
