package io.assize.report.page;

import com.samskivert.mustache.Mustache;
import io.assize.core.AssizeException;
import io.assize.core.json.Hash;
import io.assize.report.Safe;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The resources that pages are made of: templates, whose texts are made harmless, and styles. */
final class Template {

  private Template() {}

  /** Fill a template; every slot that it names must be there. */
  static String filled(String name, Map<String, Object> slots) {
    return Mustache.compiler()
        .withEscaper(Safe::html)
        .withLoader(Template::part)
        .strictSections(true)
        .emptyStringIsFalse(true)
        .compile(resource(name + ".mustache"))
        .execute(slots);
  }

  private static Reader part(String name) {
    return new StringReader(resource(name + ".mustache"));
  }

  /** Return the sum by which a content security policy lets a style or a script in. */
  static String sum(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Hash.of(text).bytes()) + "'";
  }

  static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException("no resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw AssizeException.defect("the page lacks " + name, e);
    }
  }
}
