package io.assize.engine.ratings;

import io.assize.measures.agreement.Metric;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the user says of a file of ratings; where nothing is said, the labels say it.
 *
 * @param scale what the labels are, where it is told
 * @param levels the whole scale as {@code LO..HI} or as labels in ascending order, where it is told
 * @param clamp the range {@code LO..HI} into which numbers beyond it are moved, where that is asked
 * @param missing labels that mean that nothing was said, besides the empty one
 * @param judges names of raters that are judges, besides those whose name says so
 */
@API(status = API.Status.EXPERIMENTAL)
public record RatingOptions(
    Optional<Metric> scale,
    Optional<String> levels,
    Optional<String> clamp,
    List<String> missing,
    List<String> judges) {

  /** Nothing is said. */
  public static final RatingOptions NONE =
      new RatingOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

  public RatingOptions {
    missing = List.copyOf(missing);
    judges = List.copyOf(judges);
  }

  /** Return it with another scale. */
  public RatingOptions withScale(Metric told) {
    return new RatingOptions(Optional.of(told), levels, clamp, missing, judges);
  }
}
