import io.assize.library.Assize;
import java.nio.file.Path;

class JudgeAnswers {
  public static void main(String[] args) {
    var run =
        Assize.judge(Path.of("answers.csv"))
            .by(args[0]) // a URL or openai/NAME; or your own client: .by("mine", prompt -> text)
            .rubric("Correct by the reference, complete, invents nothing.")
            .labels(Path.of("labels.csv"))
            .run();
    System.out.println(run.answer()); // run.screen() is all that the command prints
    run.rows().stream().limit(3).forEach(System.out::println);
  }
}
