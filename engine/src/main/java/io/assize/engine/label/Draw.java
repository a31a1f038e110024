package io.assize.engine.label;

import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Rows that were drawn for a sheet, and how.
 *
 * @param number from 1
 * @param kind what a row is: {@link #PAIRS} or {@link #ANSWERS}
 * @param judge whose cases they are
 * @param seed of the draw, of the order of the rows and of the sides
 * @param rows in the order of the sheet
 * @param shares how many cases of each stratum were drawn
 * @param fresh the cases that could be drawn for the first time, as hashes of their keys, by
 *     stratum
 */
@API(status = API.Status.EXPERIMENTAL)
public record Draw(
    int number,
    String kind,
    String judge,
    long seed,
    List<Row> rows,
    List<Share> shares,
    SortedMap<String, List<String>> fresh) {

  /** Two answers that are compared. */
  public static final String PAIRS = "pairs";

  /** Single answers. */
  public static final String ANSWERS = "answers";

  public Draw {
    rows = List.copyOf(rows);
    shares = List.copyOf(shares);
    var copy = new TreeMap<String, List<String>>();
    fresh.forEach((stratum, keys) -> copy.put(stratum, List.copyOf(keys)));
    fresh = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * One row of the sheet.
   *
   * @param number in all sheets of the run, from 1
   * @param item its id
   * @param shown keys of the candidates as they are shown: left and right, or one
   * @param stratum that it was drawn from
   * @param inclusion probability that this draw or one before it holds the case
   */
  public record Row(int number, String item, List<String> shown, String stratum, double inclusion) {
    public Row {
      shown = List.copyOf(shown);
    }

    /** Return the name of the case, as {@link Unit#key}. */
    public String key() {
      return Unit.key(shown);
    }
  }

  /**
   * What was drawn from a stratum.
   *
   * @param stratum in words
   * @param of cases that had not been drawn before
   * @param taken of them
   */
  public record Share(String stratum, int of, int taken) {

    double probability() {
      return of == 0 ? 0 : (double) taken / of;
    }
  }

  /** Write it for the ledger. */
  public Json toJson() {
    var strata = Json.object();
    fresh.forEach((stratum, keys) -> strata.put(stratum, Json.texts(keys)));
    return Json.object()
        .put("number", number)
        .put("kind", kind)
        .put("judge", judge)
        .put("seed", Long.toString(seed))
        .put("rows", Json.array(rows, Draw::json))
        .put("shares", Json.array(shares, Draw::json))
        .put("fresh", strata.build())
        .build();
  }

  private static Json json(Row r) {
    return Json.object()
        .put("row", r.number())
        .put("item", r.item())
        .put("shown", Json.texts(r.shown()))
        .put("stratum", r.stratum())
        .put("inclusion", r.inclusion())
        .build();
  }

  private static Json json(Share s) {
    return Json.object()
        .put("stratum", s.stratum())
        .put("of", s.of())
        .put("taken", s.taken())
        .build();
  }

  /** Read what {@link #toJson} wrote. */
  public static Draw of(Json json) {
    var rows = new ArrayList<Row>();
    for (Json r : list(json, "rows")) {
      rows.add(
          new Row(
              number(r, "row"),
              text(r, "item"),
              list(r, "shown").stream().map(s -> s.text().orElseThrow()).toList(),
              text(r, "stratum"),
              r.get("inclusion").flatMap(Json::number).orElseThrow().doubleValue()));
    }
    var shares = new ArrayList<Share>();
    for (Json s : list(json, "shares")) {
      shares.add(new Share(text(s, "stratum"), number(s, "of"), number(s, "taken")));
    }
    var fresh = new TreeMap<String, List<String>>();
    json.get("fresh")
        .ifPresent(f ->
            f.members()
                .forEach((stratum, keys) ->
                    fresh.put(
                        stratum,
                        keys.elements().stream().map(k -> k.text().orElseThrow()).toList())));
    return new Draw(
        number(json, "number"),
        text(json, "kind"),
        text(json, "judge"),
        Long.parseLong(text(json, "seed")),
        rows,
        shares,
        fresh);
  }

  private static List<Json> list(Json of, String name) {
    return of.get(name).map(Json::elements).orElse(List.of());
  }

  private static String text(Json of, String name) {
    return of.get(name).flatMap(Json::text).orElseThrow();
  }

  private static int number(Json of, String name) {
    return of.get(name).flatMap(Json::number).orElseThrow().intValue();
  }
}
