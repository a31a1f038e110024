package io.assize.report.page;

import io.assize.core.Item;
import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.report.Safe;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * All cases of a judge as columns of small numbers, 18 bytes a case: what the page searches and
 * filters. Little-endian, base 64.
 */
final class CaseColumns {

  /** Characters of what the systems were asked that all items together may take. */
  private static final int SNIPPETS = 2_000_000;

  private static final int LONGEST_SNIPPET = 90;
  private static final int IDS = 4_000_000;
  private static final int LONGEST_ID = 200;

  private final List<CaseRow> rows;
  private final Map<String, Integer> items = new LinkedHashMap<>();
  private final List<String> snippets = new ArrayList<>();
  private final Map<String, Integer> systems = new LinkedHashMap<>();

  /**
   * Take cases.
   *
   * @param rows those that are to be in the page
   * @param named systems in the order in which they stand, best first
   */
  CaseColumns(List<CaseRow> rows, List<String> named) {
    this.rows = rows;
    named.forEach(s -> systems.putIfAbsent(s, systems.size()));
    for (CaseRow r : rows) {
      systems.putIfAbsent(r.a().by().name(), systems.size());
      r.b().ifPresent(b -> systems.putIfAbsent(b.by().name(), systems.size()));
      items.putIfAbsent(r.asked().item().id(), items.size());
    }
    int longest = Math.min(LONGEST_SNIPPET, SNIPPETS / Math.max(1, items.size()));
    if (longest >= 10) {
      for (CaseRow r : rows) {
        Item item = r.asked().item();
        if (items.getOrDefault(item.id(), 0) != snippets.size()) continue;
        snippets.add(Safe.brief(item.field(Item.INPUT).orElse(""), longest));
      }
    }
  }

  /** Return the number by which the page knows a system. */
  int system(String name) {
    return systems.getOrDefault(name, -1);
  }

  /** Return the columns, with the names that their numbers stand for. */
  Json json() {
    int longest = Math.max(8, Math.min(LONGEST_ID, IDS / Math.max(1, items.size())));
    return Json.object()
        .put("count", rows.size())
        .put("systems", Json.array(systems.keySet(), s -> Json.of(Safe.brief(s, 60))))
        .put("items", Json.array(items.keySet(), i -> Json.of(Safe.brief(i, longest))))
        .put("snippets", Json.array(snippets, Json::of))
        .put("flags", Json.array(List.of(CaseFlag.values()), f -> Json.of(f.words())))
        .put("reasons", Json.array(List.of(Why.values()), w -> Json.of(w.words())))
        .put("item", ints(r -> items.getOrDefault(r.asked().item().id(), 0)))
        .put("a", shorts(r -> system(r.a().by().name())))
        .put("b", shorts(r -> r.b().map(b -> system(b.by().name())).orElse(-1)))
        .put("code", bytes(CaseRow::code))
        .put("reason", bytes(r -> r.why().map(Enum::ordinal).orElse(-1)))
        .put("is", bytes(CaseColumns::flags))
        .put("value", ints(r -> Float.floatToIntBits((float) r.value())))
        .put("label", ints(r -> Float.floatToIntBits((float) r.label())))
        .build();
  }

  private static int flags(CaseRow r) {
    int bits = 0;
    for (CaseFlag f : r.flags()) bits |= 1 << f.ordinal();
    return bits;
  }

  private String ints(ToIntFunction<CaseRow> of) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * rows.size()).order(ByteOrder.LITTLE_ENDIAN);
    rows.forEach(r -> bytes.putInt(of.applyAsInt(r)));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private String shorts(ToIntFunction<CaseRow> of) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * rows.size()).order(ByteOrder.LITTLE_ENDIAN);
    rows.forEach(r -> bytes.putShort((short) of.applyAsInt(r)));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private String bytes(ToIntFunction<CaseRow> of) {
    byte[] bytes = new byte[rows.size()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) of.applyAsInt(rows.get(i));
    return Base64.getEncoder().encodeToString(bytes);
  }
}
