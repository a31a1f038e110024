package io.assize.judges.probe;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Content;
import io.assize.judges.recipe.Settings;
import io.assize.judges.run.Transform;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Changes the text of answers and leaves all else as it is. What was said of the changed case holds
 * for the case as it was: no text of a probe changes the question.
 *
 * <p>Settings: {@code to} is the key of the answer, all answers where it is not said. An answer
 * that cannot be changed stays; where none was changed the case comes back as it was.
 *
 * @param change of a text
 * @param expect what it should do to the verdict on the answer
 */
@API(status = API.Status.EXPERIMENTAL)
public record Touched(TextChange change, Expect expect) implements Transform {

  @Override
  public Applied apply(Case asked, Settings settings, RandomGenerator random) {
    Optional<String> to = settings.text("to");
    var candidates = new ArrayList<Candidate>();
    boolean any = false;
    for (Candidate c : asked.candidates()) {
      boolean touched = to.isEmpty() || to.get().equals(c.key());
      Optional<String> text =
          touched && c.content() instanceof Content.Text t
              ? change.of(t.text(), settings, random).filter(x -> !x.equals(t.text()))
              : Optional.empty();
      any |= text.isPresent();
      candidates.add(
          text.map(x -> new Candidate(c.key(), c.item(), Content.text(x), c.by(), c.sample()))
              .orElse(c));
    }
    return new Applied(any ? asked.with(candidates) : asked, Back.SAME);
  }
}
