package io.assize.judges.prompt;

import com.samskivert.mustache.MustacheException;
import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.call.Message;
import io.assize.judges.prompt.PromptTemplate.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * Renders prompts. A template is rendered once, from maps of texts and nothing else: what a
 * candidate says is never a template, and nothing outside the white list can be named.
 *
 * <p>Names: the item's fields; {@code reference}, {@code context}, {@code rubric} and what was made
 * on the way, each where {@code sees} has it; the section {@code candidates} with {@code label} and
 * {@code text} of each, and its own {@code input} where the item is seen; {@code response} where
 * there is one candidate, {@code first}, {@code second}, {@code first_label} and {@code
 * second_label} where there are two; the dimensions that vary; {@code output}, {@code scale} and
 * {@code tie}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PromptText {

  // Compiling a template takes longer than rendering it a dozen times.
  private final ConcurrentHashMap<Prompt.Block, PromptTemplate> templates =
      new ConcurrentHashMap<>();

  /** Begin: templates are compiled when they are first rendered, and stay. */
  public PromptText() {}

  /**
   * Render a prompt. Several threads may.
   *
   * @throws AssizeException where the prompt names something that is not there or not seen
   */
  public Rendered render(Prompt prompt, View view) {
    Map<String, Object> context = context(prompt, view);
    var names = new TreeSet<String>();
    var messages = new ArrayList<Message>();
    for (Prompt.Block block : prompt.blocks()) {
      PromptTemplate template =
          templates.computeIfAbsent(block, b -> PromptTemplate.of(prompt.name(), b));
      names.addAll(template.names());
      for (String name : template.names()) {
        if (!context.containsKey(name) && !isInCandidate(name, template, context)) {
          throw missing(prompt, block, name, view, context);
        }
      }
      String text = text(prompt, block, template, view, context);
      if (!text.isBlank()) add(messages, block.role(), text);
    }
    return new Rendered(messages, names);
  }

  private static String text(
      Prompt prompt,
      Prompt.Block block,
      PromptTemplate template,
      View view,
      Map<String, Object> context) {
    try {
      return template.render(context);
    } catch (PromptTemplate.AbsentException e) {
      throw missing(prompt, block, e.name(), view, context);
    } catch (MustacheException.Context e) {
      throw missing(prompt, block, e.key, view, context);
    }
  }

  private static boolean isInCandidate(
      String name, PromptTemplate template, Map<String, Object> context) {
    return List.of(PromptNames.LABEL, PromptNames.TEXT, Item.INPUT).contains(name)
        && template.names().contains(PromptNames.CANDIDATES)
        && context.containsKey(PromptNames.CANDIDATES);
  }

  private static void add(List<Message> messages, Message.Role role, String text) {
    if (!messages.isEmpty() && messages.getLast().role() == role) {
      String before = messages.removeLast().text();
      messages.add(new Message(role, before + "\n\n" + text));
    } else {
      messages.add(new Message(role, text));
    }
  }

  private static Map<String, Object> context(Prompt prompt, View view) {
    var context = new LinkedHashMap<String, Object>();
    SortedSet<String> sees = view.sees();
    if (sees.contains(PromptNames.ITEM))
      view.asked().item().fields().forEach((name, text) -> put(context, name, text));
    PromptNames.BY_NAME.forEach(context::remove);
    for (String name : sees) {
      if (!name.equals(PromptNames.ITEM) && !name.equals(PromptNames.CANDIDATES)) {
        context.put(name, new Slot(name, seen(name, view)));
      }
    }
    if (sees.contains(PromptNames.CANDIDATES)) candidates(prompt.vocabulary(), view, context);
    view.variables().forEach((name, text) -> put(context, name, text));
    List<String> shown = view.asked().keys();
    view.wanted()
        .ifPresent(wanted -> {
          var form = new AnswerForm(prompt.output(), prompt.vocabulary(), wanted, shown);
          put(context, PromptNames.OUTPUT, form.instruction());
          put(context, PromptNames.SCALE, form.levels());
          context.put(PromptNames.TIE, new Slot(PromptNames.TIE, form.tie()));
        });
    return context;
  }

  /** What was made on the way stands before what the item brings. */
  private static Optional<String> seen(String name, View view) {
    String made = view.texts().get(name);
    if (made != null) return Optional.of(made);
    Item item = view.asked().item();
    if (name.equals("rubric") && item.rubric().isPresent()) return item.rubric();
    return PromptNames.BY_NAME.contains(name) ? item.field(name) : Optional.empty();
  }

  private static void candidates(Vocabulary words, View view, Map<String, Object> context) {
    Case asked = view.asked();
    var section = new ArrayList<Map<String, Object>>();
    for (int place = 0; place < asked.candidates().size(); place++) {
      Candidate candidate = asked.candidates().get(place);
      var one = new TreeMap<String, Object>();
      put(one, PromptNames.LABEL, words.label(place));
      put(one, PromptNames.TEXT, candidate.text());
      if (view.sees().contains(PromptNames.ITEM)) {
        candidate.item().field(Item.INPUT).ifPresent(input -> put(one, Item.INPUT, input));
      }
      section.add(one);
    }
    context.put(PromptNames.CANDIDATES, List.copyOf(section));
    if (section.size() == 1)
      put(context, PromptNames.RESPONSE, asked.candidates().getFirst().text());
    if (section.size() == 2) {
      named(context, PromptNames.FIRST, words.label(0), asked.candidates().getFirst());
      named(context, PromptNames.SECOND, words.label(1), asked.candidates().getLast());
    }
    view.keys()
        .forEach((dimension, key) ->
            put(context, PromptNames.LABEL_OF + dimension, words.label(asked.keys().indexOf(key))));
  }

  private static void named(
      Map<String, Object> context, String name, String label, Candidate candidate) {
    put(context, name, candidate.text());
    put(context, name + "_label", label);
  }

  private static void put(Map<String, Object> context, String name, String text) {
    context.put(name, new Slot(name, Optional.of(text)));
  }

  private static AssizeException missing(
      Prompt prompt, Prompt.Block block, String name, View view, Map<String, Object> context) {
    return AssizeException.usage(
        "prompt " + prompt.name() + ", block " + block.id(),
        "{{" + name + "}} has no value for " + view.asked(),
        String.join(", ", new TreeSet<>(context.keySet())),
        "give the items a field " + name + ", or name it under sees, or take it out of the prompt");
  }
}
