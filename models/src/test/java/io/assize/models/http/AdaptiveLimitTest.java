package io.assize.models.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.models.http.AdaptiveLimit.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

  private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

  private static List<AdaptiveLimit.Permit> take(AdaptiveLimit limit, int permits)
      throws InterruptedException {
    var taken = new ArrayList<AdaptiveLimit.Permit>();
    for (int i = 0; i < permits; i++) taken.add(limit.acquire());
    return taken;
  }

  @Test
  void itRisesByOneWithEachSuccessWhileItIsUsedToTheFull() throws Exception {
    var limit = new AdaptiveLimit(STILL, 6);
    var first = take(limit, 4);
    first.getFirst().succeeded();
    assertThat(limit.limit()).isEqualTo(5);
    first.get(1).succeeded(); // four in flight of five: nothing is learnt
    assertThat(limit.limit()).isEqualTo(5);
    take(limit, 1).getFirst().succeeded();
    take(limit, 1).getFirst().succeeded();
    assertThat(limit.limit()).isEqualTo(6);
    assertThat(limit.changes())
        .containsExactly(new Change(4, 5, "success"), new Change(5, 6, "success"));
  }

  @Test
  void anOverloadHalvesItOnceForAllThatWereInFlightTogether() throws Exception {
    var limit = new AdaptiveLimit(STILL, 64);
    var first = take(limit, 4);
    for (var permit : first) permit.overloaded("429");
    assertThat(limit.changes()).containsExactly(new Change(4, 2, "429"));
    for (var permit : first) permit.close();
    var second = take(limit, 2);
    second.getFirst().overloaded("503");
    second.getLast().overloaded("503");
    assertThat(limit.limit()).isEqualTo(1);
    for (var permit : second) permit.close();
    take(limit, 1).getFirst().overloaded("429");
    assertThat(limit.limit()).isEqualTo(1);
    assertThat(limit.changes()).hasSize(2);
  }

  @Test
  void afterAnOverloadItTakesAWholeRoundOfSuccessesToRise() throws Exception {
    var limit = new AdaptiveLimit(STILL, 64);
    try (var permit = limit.acquire()) {
      permit.overloaded("429");
    }
    var two = take(limit, 2);
    two.getFirst().succeeded();
    assertThat(limit.limit()).isEqualTo(2);
    two.getLast().succeeded();
    assertThat(limit.limit()).isEqualTo(3);
    assertThat(limit.changes().getLast()).isEqualTo(new Change(2, 3, "a round without overload"));
  }

  @Test
  void thoseWhoWaitAreServedInTheOrderInWhichTheyCame() throws Exception {
    var limit = new AdaptiveLimit(STILL, 1);
    var order = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    try (var held = limit.acquire()) {
      for (int i = 0; i < 20; i++) {
        int me = i;
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  try (var permit = limit.acquire()) {
                    order.add(me);
                  } catch (InterruptedException e) {
                    order.add(-1);
                  }
                }));
        while (threads.getLast().getState() != Thread.State.WAITING) Thread.sleep(1);
      }
      assertThat(held).isNotNull();
    }
    for (Thread thread : threads) thread.join();
    assertThat(List.copyOf(order)).isSorted().hasSize(20).doesNotContain(-1);
  }

  @Test
  void whoeverIsInterruptedWhileWaitingTakesNoPermitAway() throws Exception {
    var limit = new AdaptiveLimit(STILL, 1);
    var held = limit.acquire();
    var thrown = new ConcurrentLinkedQueue<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try (var permit = limit.acquire()) {
                thrown.add(new AssertionError("got one"));
              } catch (InterruptedException e) {
                thrown.add(e);
              }
            });
    while (waiting.getState() != Thread.State.WAITING) Thread.sleep(1);
    waiting.interrupt();
    waiting.join();
    assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
    held.close();
    try (var next = limit.acquire()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void everybodyWaitsWhereTheEndpointNamesATime() throws Exception {
    var limit = new AdaptiveLimit(InstantSource.system(), 4);
    long began = System.nanoTime();
    try (var permit = limit.acquire()) {
      permit.waitFor(Duration.ofMillis(200));
    }
    limit.acquire().close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void aBoundOfTheConfigurationIsKeptAndTheLowestCounts() throws Exception {
    var limit = new AdaptiveLimit(STILL, 64);
    limit.atMost(2);
    limit.atMost(3);
    assertThat(limit.changes()).containsExactly(new Change(4, 2, "the configuration's bound"));
    for (var permit : take(limit, 2)) permit.succeeded();
    assertThat(limit.limit()).isEqualTo(2);
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> new AdaptiveLimit(STILL, 0)).hasMessage("at most 0 calls at once");
    assertThatThrownBy(() -> new AdaptiveLimit(STILL, 4).atMost(0))
        .hasMessage("at most 0 calls at once");
  }
}
