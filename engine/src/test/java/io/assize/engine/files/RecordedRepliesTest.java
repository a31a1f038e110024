package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.call.Reply;
import io.assize.core.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRepliesTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private RecordedReplies read(String name, String map) {
    return RecordedReplies.read(scratch.path(name), ColumnMap.parse(map));
  }

  private String refusal(String name, String map) {
    return scratch.refusal(() -> read(name, map));
  }

  @Test
  void textsOfPairsSayWhichWasShownFirst() {
    scratch.write(
        "c.jsonl",
        "{\"subset\": \"N\", \"item\": 0, \"judge\": \"J\", \"order\": 1, \"completion\": \"(a)\"}",
        "{\"subset\": \"N\", \"item\": 0, \"judge\": \"J\", \"order\": 2, \"completion\": \"\"}");

    var read =
        read("c.jsonl", "id=subset+item,a='one',b='two',order=order,judge=judge,reply=completion");

    assertThat(read.replies())
        .extracting(RecordedReply::item, r -> r.judge().name(), RecordedReply::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "N/0", "J", new Subject.Pair("one", "two", Subject.Shown.A_FIRST)),
            org.assertj.core.groups.Tuple.tuple(
                "N/0", "J", new Subject.Pair("one", "two", Subject.Shown.B_FIRST)));
    assertThat(read.replies().get(0).body())
        .isEqualTo(new RecordedReply.Body.Text("(a)", Reply.Finish.STOP));
    assertThat(read.replies().get(1).body())
        .isEqualTo(new RecordedReply.Body.Text("", Reply.Finish.STOP));
    assertThat(scratch.plain(read.account().toString()))
        .isEqualTo(
            "c.jsonl   2 recorded replies; id = subset+item, rater = judge, a = 'one', b = 'two',"
                + " order = order, reply = completion");
  }

  @Test
  void responsesOfSingleAnswersKeepTheirJson() {
    scratch.write(
        "qwen.jsonl",
        "{\"item\": 3, \"kind\": \"pair\", \"shown\": \"12\", \"response\": {\"id\": 1}}",
        "{\"item\": 3, \"kind\": \"grade\", \"shown\": \"2\", \"response\": {\"id\": 2},"
            + " \"request\": {\"model\": \"m\"}}");

    var read =
        read(
            "qwen.jsonl",
            "id=item,system='output_'+shown,response=response,request=request,only=kind:grade");

    assertThat(read.replies()).hasSize(1);
    RecordedReply only = read.replies().getFirst();
    assertThat(only.subject()).isEqualTo(new Subject.Answer("output_2", 0));
    assertThat(only.judge().name()).isEqualTo("qwen");
    assertThat(only.body()).isEqualTo(new RecordedReply.Body.Response(Json.parse("{\"id\": 2}")));
    assertThat(only.request()).contains(Json.parse("{\"model\": \"m\"}"));
    assertThat(only.at().line()).isEqualTo(2);
  }

  @Test
  void aColumnSaysWhyATextEnded() {
    scratch.write(
        "f.csv",
        "item,text,why",
        "1,A,stop",
        "2,B,length",
        "3,,content management policy",
        "4,C,tool_calls",
        "5,D,");

    assertThat(read("f.csv", "id=item,system='s',reply=text,finish=why").replies())
        .extracting(r -> ((RecordedReply.Body.Text) r.body()).finish())
        .containsExactly(
            Reply.Finish.STOP,
            Reply.Finish.LENGTH,
            Reply.Finish.REFUSED,
            Reply.Finish.OTHER,
            Reply.Finish.OTHER);
  }

  @Test
  void whatTheMapOrARowLacksIsTold() {
    scratch.write("a.csv", "item,text,order", "1,x,1", "2,y,3");

    assertThat(refusal("a.csv", "id=item"))
        .isEqualTo(
            """
            a.csv:1  the map does not say which column is the reply
              allowed: item, text, order
              fix: add reply=COLUMN to the map\
            """);
    assertThat(refusal("a.csv", "a='x',b='y',order=order,reply=text"))
        .isEqualTo(
            """
            a.csv:3  order is "3"
              allowed: 1, 12 or ab where a was shown first; 2, 21 or ba where b was
              fix: mend the row, or leave it out with only=\
            """);
    assertThat(refusal("a.csv", "reply=text,only=order:9"))
        .isEqualTo(
            """
            a.csv  holds no reply that the map wants
              allowed: at least one
              fix: look at only=\
            """);
    assertThat(refusal("a.csv", "reply=text,only=order"))
        .isEqualTo(
            """
            --map  only has no value
              allowed: only=COLUMN:VALUE
              fix: for example: --map only=kind:pair\
            """);
    scratch.write("b.jsonl", "{\"item\": 1, \"response\": null}");
    assertThat(refusal("b.jsonl", "response=response"))
        .isEqualTo(
            """
            b.jsonl:1  response is empty
              allowed: the response in each row
              fix: mend the row, or leave it out with only=\
            """);
  }
}
