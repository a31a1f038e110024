package io.assize.models.http;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP client for all models of a process, and one {@link AdaptiveLimit} an origin: models
 * behind the same server share what it bears.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Transport implements AutoCloseable {

  private final InstantSource clock;
  private final RandomGenerator random;
  private final int mostAtOnce;
  private final ReentrantLock randomLock = new ReentrantLock();
  private final ConcurrentSkipListMap<String, AdaptiveLimit> limits = new ConcurrentSkipListMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  // Made for the first call: a run that is finished makes none.
  private @Nullable HttpClient client;

  /**
   * A transport.
   *
   * @param clock for durations and dates of HTTP
   * @param random for the spread of waits; it decides nothing else
   * @param mostAtOnce calls in flight at most, for each origin
   */
  public Transport(InstantSource clock, RandomGenerator random, int mostAtOnce) {
    this.clock = clock;
    this.random = random;
    this.mostAtOnce = mostAtOnce;
  }

  private synchronized HttpClient client() {
    HttpClient known = client;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .executor(threads)
              .build();
      client = known;
    }
    return known;
  }

  /**
   * What came back, whatever its status.
   *
   * @param status of HTTP
   * @param contentType in small letters, empty where none is told
   * @param retryAfter what the endpoint asks us to wait
   * @param location where it points to
   * @param body its bytes
   * @param millis from the first byte out to the last byte in
   */
  record Answered(
      int status,
      String contentType,
      Optional<Duration> retryAfter,
      Optional<String> location,
      byte[] body,
      long millis) {}

  /** The whole answer was not there in time. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(Duration deadline) {
      super("no whole answer within " + Waits.words(deadline));
    }
  }

  /** Refuse a URL that is not safe to speak to. */
  static URI checked(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String shown = display(url);
    if (url.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
      throw AssizeException.usage(
          "URL " + shown,
          "is no URL of an endpoint",
          "https://HOST/PATH, or http:// on this machine",
          "write it in full, such as http://127.0.0.1:8080/v1");
    }
    if (url.getRawUserInfo() != null) {
      throw AssizeException.usage(
          "URL " + shown,
          "has a user's name or password in it",
          "a key in a variable of the environment",
          "take it out of the URL: URLs are kept with the results");
    }
    if (scheme.equals("http") && !isLoopback(url.getHost())) {
      throw AssizeException.usage(
          "URL " + shown,
          "is plain http to another machine: anybody between could read prompts and keys",
          "https, or http to 127.0.0.1, localhost or [::1]",
          "use https, or a tunnel: ssh -L 8080:127.0.0.1:8080 " + url.getHost());
    }
    return url;
  }

  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Return a URL without user's name, password, query and fragment. */
  static String display(URI url) {
    String text = url.toString().replaceFirst("[?#].*$", "");
    return text.replaceFirst("^([^/]*//)[^/]*@", "$1");
  }

  /** Return the limit of a URL's origin. */
  public AdaptiveLimit limit(URI url) {
    return limits.computeIfAbsent(
        Credential.origin(url), origin -> new AdaptiveLimit(clock, mostAtOnce));
  }

  double unit() {
    randomLock.lock();
    try {
      return (random.nextLong() >>> 11) * 0x1p-53;
    } finally {
      randomLock.unlock();
    }
  }

  /** Send one request and read the whole answer within the deadline. */
  Answered send(
      URI url, SortedMap<String, String> headers, Optional<byte[]> body, Patience patience)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(checked(url)).timeout(patience.deadline());
    headers.forEach(request::header);
    body.ifPresent(bytes ->
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(bytes)));
    long began = clock.millis();
    // The request's own timeout ends with the headers; the future's covers the body too.
    var future =
        client().sendAsync(request.build(), head -> new BoundedBody(patience.largestBody()));
    try {
      var response = future.get(patience.deadline().toMillis(), TimeUnit.MILLISECONDS);
      return answered(response, clock.millis() - began);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new TooSlow(patience.deadline());
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
        throw new TooSlow(patience.deadline());
      }
      if (e.getCause() instanceof IOException io) throw io;
      throw new IOException(e.getCause());
    }
  }

  private Answered answered(HttpResponse<byte[]> response, long millis) {
    var headers = response.headers();
    return new Answered(
        response.statusCode(),
        headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT),
        headers.firstValue("Retry-After").flatMap(v -> Waits.retryAfter(v, clock.instant())),
        headers.firstValue("Location"),
        response.body(),
        millis);
  }

  /** Hang up on whatever is in flight. */
  @Override
  public synchronized void close() {
    if (client != null) client.shutdownNow();
    threads.shutdownNow();
  }
}
