package io.assize.engine.door;

import io.assize.core.CaseId;
import io.assize.core.Result;
import io.assize.core.call.Answer;
import io.assize.core.call.Calls;
import io.assize.core.call.Request;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A place on the draw path, in the hand of one case.
 *
 * @param run the run's end of it
 * @param owner the case, for randomness only
 * @param base the occasion's path
 * @param path where we stand
 * @param of how many siblings of the last step ask the same
 */
record Door(Outside run, CaseId owner, List<Integer> base, List<Integer> path, int of)
    implements Calls {

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  @Override
  public Result<Answer> send(Request request) {
    return run.send(request, path, of);
  }

  @Override
  public Calls draw(int index, int of) {
    var longer = new ArrayList<>(path);
    longer.add(index);
    return new Door(run, owner, base, List.copyOf(longer), of);
  }

  @Override
  public Calls outside() {
    return new Door(run, owner, base, base, 1);
  }

  @Override
  public RandomGenerator random(String purpose) {
    Json from =
        Json.object()
            .put("seed", Long.toString(run.seed()))
            .put("case", owner.toString())
            .put("path", Json.array(path, i -> Json.of((long) i)))
            .put("purpose", purpose)
            .build();
    return RANDOM.create(Hash.of(from).toLong());
  }

  @Override
  public <T> List<T> all(List<? extends Callable<T>> work) {
    return run.schedule().all(work);
  }
}
