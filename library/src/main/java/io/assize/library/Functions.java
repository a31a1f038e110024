package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.call.Model;
import io.assize.models.LambdaModel;
import io.assize.models.LambdaSystem;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Functions of a Java program that stand for models and systems. A run's configuration names them
 * {@code function/NAME}: what they said is recorded, so that everybody can replay the run, and only
 * the program itself can go on with it.
 *
 * @param models from prompt to text, by name
 * @param systems from item to answer, by name
 */
record Functions(SortedMap<String, Model> models, SortedMap<String, Model> systems) {

  static final Functions NONE = new Functions(new TreeMap<>(), new TreeMap<>());

  private static final String PREFIX = "function/";

  Functions {
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    systems = Collections.unmodifiableSortedMap(new TreeMap<>(systems));
  }

  /** Return the name by which a configuration knows a function. */
  static String named(String name) {
    return PREFIX + name;
  }

  Functions withModel(String name, Function<String, String> function) {
    var more = new TreeMap<>(models);
    more.put(named(name), LambdaModel.of(name, function));
    return new Functions(more, systems);
  }

  Functions withSystem(String name, Function<Item, String> function) {
    var more = new TreeMap<>(systems);
    more.put(named(name), LambdaSystem.of(name, function));
    return new Functions(models, more);
  }

  Optional<Model> model(String where, String name) {
    return find(models, where, name);
  }

  Optional<Model> system(String where, String name) {
    return find(systems, where, name);
  }

  private static Optional<Model> find(SortedMap<String, Model> of, String where, String name) {
    Model found = of.get(name);
    if (found != null || !name.startsWith(PREFIX)) return Optional.ofNullable(found);
    throw AssizeException.usage(
        where,
        "\"" + name + "\" is a function of a Java program, which is not running",
        "to replay, show or export the run: nothing is asked then",
        "go on with it by running that program again");
  }
}
