package io.assize.judges.run;

import io.assize.core.call.Message;
import io.assize.core.call.Request;
import org.apiguardian.api.API;

/**
 * What calls cost an endpoint, before they are made. Tokens are guessed from the very prompts: four
 * characters of Latin script a token, three of other alphabets for two; {@link #REPLY} tokens a
 * reply, or {@link #WORD} where the prompt asks for one word, or the limit where it is lower.
 *
 * @param calls how many; not whole where a choice is expected by its share
 * @param input tokens that are read
 * @param output tokens that are written
 */
@API(status = API.Status.EXPERIMENTAL)
public record Load(double calls, double input, double output) {

  /** So many tokens a reply is taken to have where nothing bounds it lower. */
  public static final int REPLY = 200;

  /** So many tokens a reply is taken to have that is one word. */
  public static final int WORD = 4;

  /** Nothing. */
  public static final Load NONE = new Load(0, 0, 0);

  /** Return the sum. */
  public Load plus(Load other) {
    return new Load(calls + other.calls, input + other.input, output + other.output);
  }

  /** Return so many times this. */
  public Load times(double factor) {
    return new Load(calls * factor, input * factor, output * factor);
  }

  /** Return all tokens. */
  public double tokens() {
    return input + output;
  }

  /** Guess what a request costs. */
  public static Load of(Request request) {
    return of(request, REPLY);
  }

  /** Guess what a request costs whose reply is taken to have so many tokens. */
  static Load of(Request request, int reply) {
    return switch (request) {
      case Request.Chat c -> {
        double input = c.schema().map(s -> tokens(s.canonical())).orElse(0.0);
        for (Message m : c.messages()) input += tokens(m.text());
        yield new Load(1, input, Math.min(reply, c.sampling().maxTokens().orElse(reply)));
      }
      case Request.Score s -> {
        double input = 0;
        for (String text : s.continuations()) input += tokens(text);
        for (Message m : s.messages()) input += tokens(m.text());
        yield new Load(1, input, 0);
      }
      case Request.Embed e -> new Load(1, e.texts().stream().mapToDouble(Load::tokens).sum(), 0);
      case Request.Execute e -> new Load(1, 0, 0);
      case Request.AskPerson p -> NONE;
    };
  }

  /** Guess the tokens of a text. */
  public static double tokens(String text) {
    long latin = 0;
    long other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x250) latin++;
      else if (!Character.isLowSurrogate(c)) other++;
    }
    return latin / 4.0 + other * 2 / 3.0;
  }
}
