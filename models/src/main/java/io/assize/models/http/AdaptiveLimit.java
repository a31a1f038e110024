package io.assize.models.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;

/**
 * How many calls an endpoint bears at once, found out while it works.
 *
 * <p>It begins at {@link #START}. While the limit is used to the full, each success raises it by
 * one; after the first overload, a whole round of successes does. An overload (429, 503, 529, a
 * missed deadline) halves it, once for all calls that were in flight together. It never falls below
 * 1 nor rises above the maximum. Those who wait are served in the order in which they came, and may
 * be interrupted.
 *
 * <p>A permit is held around the wire call only. An endpoint that names a time to wait is left
 * alone by everybody until then.
 *
 * <p>Source: additive increase, multiplicative decrease as in Chiu and Jain (1989), Analysis of the
 * Increase and Decrease Algorithms for Congestion Avoidance in Computer Networks.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class AdaptiveLimit {

  /** Where it begins. */
  public static final int START = 4;

  /** How many changes are remembered. */
  private static final int REMEMBERED = 1000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
  private final ArrayDeque<Change> changes = new ArrayDeque<>();
  private int most;
  private int limit;
  private int inFlight;
  private int successes;
  private long round;
  private Instant notBefore = Instant.MIN;

  /**
   * A limit.
   *
   * @param clock for the times that an endpoint asks us to wait
   * @param most it never rises above this, from 1
   */
  public AdaptiveLimit(InstantSource clock, int most) {
    if (most < 1) throw new IllegalArgumentException("at most " + most + " calls at once");
    this.clock = clock;
    this.most = most;
    this.limit = Math.min(START, most);
  }

  /**
   * One change of the limit.
   *
   * @param from calls at once before
   * @param to calls at once after
   * @param reason in words
   */
  public record Change(int from, int to, String reason) {}

  private static final class Waiter {
    private final CountDownLatch granted = new CountDownLatch(1);
    private long round;
  }

  /** Leave to send one request. Say how it went, then close it. */
  final class Permit implements AutoCloseable {
    private final long began;

    private Permit(long began) {
      this.began = began;
    }

    void succeeded() {
      lock.lock();
      try {
        if (inFlight < limit || limit >= most) return;
        if (round > 0 && ++successes < limit) return;
        change(limit + 1, round > 0 ? "a round without overload" : "success");
      } finally {
        lock.unlock();
      }
    }

    void overloaded(String reason) {
      lock.lock();
      try {
        if (began < round) return; // sent before the last cut: it tells nothing new
        round++;
        change(Math.max(1, limit / 2), reason);
      } finally {
        lock.unlock();
      }
    }

    void waitFor(Duration time) {
      lock.lock();
      try {
        Instant until = clock.instant().plus(time);
        if (until.isAfter(notBefore)) notBefore = until;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        inFlight--;
        grant();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Wait for leave to send one request. */
  Permit acquire() throws InterruptedException {
    var me = new Waiter();
    lock.lock();
    try {
      waiting.addLast(me);
      grant();
    } finally {
      lock.unlock();
    }
    try {
      me.granted.await();
    } catch (InterruptedException e) {
      leave(me);
      throw e;
    }
    var permit = new Permit(me.round);
    try {
      Thread.sleep(pause());
    } catch (InterruptedException e) {
      permit.close();
      throw e;
    }
    return permit;
  }

  private void leave(Waiter me) {
    lock.lock();
    try {
      if (waiting.remove(me)) return;
      inFlight--;
      grant();
    } finally {
      lock.unlock();
    }
  }

  private Duration pause() {
    lock.lock();
    try {
      Instant now = clock.instant();
      return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  private void grant() {
    while (inFlight < limit && !waiting.isEmpty()) {
      Waiter next = waiting.removeFirst();
      inFlight++;
      next.round = round;
      next.granted.countDown();
    }
  }

  private void change(int to, String reason) {
    successes = 0;
    if (to == limit) return;
    if (changes.size() == REMEMBERED) changes.removeFirst();
    changes.addLast(new Change(limit, to, reason));
    limit = to;
    grant();
  }

  /** Never rise above this from now on; the lowest bound that was ever named counts. */
  public void atMost(int bound) {
    if (bound < 1) throw new IllegalArgumentException("at most " + bound + " calls at once");
    lock.lock();
    try {
      most = Math.min(most, bound);
      if (limit > most) change(most, "the configuration's bound");
    } finally {
      lock.unlock();
    }
  }

  /** Return how many calls may be in flight now. */
  public int limit() {
    lock.lock();
    try {
      return limit;
    } finally {
      lock.unlock();
    }
  }

  /** Return the changes so far, oldest first; of very many the last thousand. */
  public List<Change> changes() {
    lock.lock();
    try {
      return new ArrayList<>(changes);
    } finally {
      lock.unlock();
    }
  }
}
