package io.assize.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Which family a model is of, told by its name: who made it, as people who fear that a judge
 * favours its own answers would ask (Panickssery et al., 2024, arXiv 2404.13076). A name that is
 * not in the table is of no known family, and no name proves that two models are not related.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Families {

  private static final Map<String, List<String>> WORDS = words();

  private Families() {}

  private static Map<String, List<String>> words() {
    var all = new LinkedHashMap<String, List<String>>();
    all.put("OpenAI", List.of("gpt", "chatgpt", "davinci", "o1", "o3", "o4"));
    all.put("Anthropic", List.of("claude"));
    all.put("Google", List.of("gemini", "gemma"));
    all.put("Llama", List.of("llama", "vicuna", "alpaca"));
    all.put("Qwen", List.of("qwen", "qwq"));
    all.put("Mistral", List.of("mistral", "mixtral", "ministral", "codestral", "magistral"));
    all.put("DeepSeek", List.of("deepseek"));
    all.put("Phi", List.of("phi"));
    all.put("SmolLM", List.of("smollm"));
    all.put("Grok", List.of("grok"));
    all.put("GLM", List.of("glm", "chatglm"));
    all.put("OLMo", List.of("olmo", "tulu"));
    all.put("Granite", List.of("granite"));
    all.put("Kimi", List.of("kimi"));
    return all;
  }

  /**
   * Return the families that a model's name tells, sorted; a distilled model may be of two.
   *
   * @param model as an endpoint, a file or a person calls it
   */
  public static SortedSet<String> of(String model) {
    var families = new TreeSet<String>();
    for (String part : model.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      WORDS.forEach((family, words) -> {
        for (String word : words) {
          boolean letters = part.replaceAll("[0-9].*$", "").equals(word);
          if (part.equals(word) || letters) families.add(family);
        }
      });
    }
    return families;
  }

  /**
   * Tell which systems are of one family with a judge.
   *
   * @param judge names of its models
   * @param systems names of their models, by their own names
   * @return empty where a model is not known and none is seen to be of the judge's family
   */
  static Optional<List<String>> same(List<String> judge, Map<String, String> systems) {
    var own = new TreeSet<String>();
    judge.forEach(m -> own.addAll(of(m)));
    var same = new ArrayList<String>();
    boolean known = !own.isEmpty();
    for (var system : systems.entrySet()) {
      var of = of(system.getValue());
      known &= !of.isEmpty();
      if (of.stream().anyMatch(own::contains)) same.add(system.getKey());
    }
    return known || !same.isEmpty() ? Optional.of(List.copyOf(same)) : Optional.empty();
  }
}
