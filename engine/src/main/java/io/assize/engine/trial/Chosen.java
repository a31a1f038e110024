package io.assize.engine.trial;

import io.assize.core.Case;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** How the cases that people were asked about were chosen: known, because they were drawn by us. */
@API(status = API.Status.EXPERIMENTAL)
public interface Chosen {

  /** Tell whether the case could have been chosen. */
  boolean could(Case asked);

  /** Return the probability with which the case was chosen, empty where it was not. */
  OptionalDouble probability(Case asked);

  /** Return what made the case worth asking about, in words; may be empty. */
  String why(Case asked);
}
