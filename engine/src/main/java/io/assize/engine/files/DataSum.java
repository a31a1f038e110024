package io.assize.engine.files;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.json.Hash;

/** One sum over everything that data hold: equal sums mean that nothing has changed. */
final class DataSum {

  private final Hash.Texts texts = new Hash.Texts();

  private DataSum() {}

  static Hash of(DataFile data) {
    var sum = new DataSum();
    for (Item item : data.items()) sum.add(item);
    for (Candidate c : data.candidates()) sum.add(c);
    for (Label label : data.labels()) sum.add(label);
    if (!data.recorded().isEmpty()) sum.texts.add("recorded");
    for (Label label : data.recorded()) sum.add(label);
    return sum.texts.hash();
  }

  private void add(Item item) {
    texts.add(item.id()).add(item.root()).add(String.valueOf(item.fields().size()));
    item.fields().forEach((name, text) -> texts.add(name).add(text));
    texts.add(item.rubric().map(r -> "rubric " + r).orElse(""));
    if (item.tags().isEmpty()) return;
    texts.add("tags").add(String.valueOf(item.tags().size()));
    item.tags().forEach(texts::add);
  }

  private void add(Candidate c) {
    texts.add(c.key()).add(c.content().hashed());
  }

  private void add(Label label) {
    texts
        .add(label.item())
        .add(label.subject().toString())
        .add(label.rater().toString())
        .add(label.value().toString())
        .add(label.reason().map(r -> "reason " + r).orElse(""));
  }
}
