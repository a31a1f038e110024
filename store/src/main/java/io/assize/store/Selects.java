package io.assize.store;

import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.zip.DataFormatException;

/** What is read from a ledger's tables: each method is one short read transaction. */
final class Selects {

  private static final String CALL =
      "select key, protocol, model, content, split, endpoint, at, millis, attempts, input, output,"
          + " redacted from call ";

  /**
   * An entry that is no call, and its place.
   *
   * @param id its place
   * @param entry the entry
   */
  record Event(long id, Entry entry) {}

  private final Packed packed;

  Selects(Packed packed) {
    this.packed = packed;
  }

  KeySet keys(Connection connection) throws SQLException {
    var keys = new KeySet.Builder();
    // From the index alone, which holds them in order.
    try (PreparedStatement p = connection.prepareStatement("select key from call order by key");
        ResultSet r = p.executeQuery()) {
      while (r.next()) keys.add(r.getBytes(1));
    }
    return keys.build();
  }

  Optional<Entry.Call> call(Connection connection, CallKey key)
      throws SQLException, DataFormatException {
    try (PreparedStatement p = connection.prepareStatement(CALL + "where key = ?")) {
      p.setBytes(1, KeyBytes.of(key));
      try (ResultSet r = p.executeQuery()) {
        return r.next() ? Optional.of(call(r)) : Optional.empty();
      }
    }
  }

  /** Return the next calls behind a key, by key. */
  List<Entry.Call> calls(Connection connection, byte[] behind, int most)
      throws SQLException, DataFormatException {
    try (PreparedStatement p =
        connection.prepareStatement(CALL + "where key > ? order by key limit ?")) {
      p.setBytes(1, behind);
      p.setInt(2, most);
      var calls = new ArrayList<Entry.Call>();
      try (ResultSet r = p.executeQuery()) {
        while (r.next()) calls.add(call(r));
      }
      return calls;
    }
  }

  private Entry.Call call(ResultSet r) throws SQLException, DataFormatException {
    CallKey key = KeyBytes.parse(r.getBytes(1));
    byte[] content = unpacked(key, r.getBytes(4));
    int split = r.getInt(5);
    if (split < 0 || split > content.length) {
      throw new DataFormatException("call " + key + ": the reply would begin at " + split);
    }
    return new Entry.Call(
        key,
        r.getString(2),
        r.getString(3),
        Entry.Bytes.of(Arrays.copyOfRange(content, 0, split)),
        Entry.Bytes.of(Arrays.copyOfRange(content, split, content.length)),
        new Entry.Origin(
            r.getString(6),
            r.getLong(7),
            r.getLong(8),
            r.getInt(9),
            new Usage(number(r, 10), number(r, 11)),
            r.getBoolean(12)));
  }

  private static OptionalLong number(ResultSet r, int column) throws SQLException {
    long number = r.getLong(column);
    return r.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private byte[] unpacked(CallKey key, byte[] bytes) throws DataFormatException {
    try {
      return packed.unpack(bytes);
    } catch (DataFormatException e) {
      throw new DataFormatException("call " + key + ": " + e.getMessage());
    }
  }

  List<Event> events(Connection connection, long behind, int most) throws SQLException {
    try (PreparedStatement p =
        connection.prepareStatement(
            "select id, kind, name, value from event where id > ? order by id limit ?")) {
      p.setLong(1, behind);
      p.setInt(2, most);
      var events = new ArrayList<Event>();
      try (ResultSet r = p.executeQuery()) {
        while (r.next()) {
          Entry entry = Changes.entry(r.getString(2), r.getBytes(3), r.getBytes(4));
          events.add(new Event(r.getLong(1), entry));
        }
      }
      return events;
    }
  }

  /** Return what is kept under a key. */
  Optional<byte[]> kept(Connection connection, String key) throws SQLException {
    try (PreparedStatement p =
        connection.prepareStatement("select rows from judgment where key = ?")) {
      p.setString(1, key);
      try (ResultSet r = p.executeQuery()) {
        return r.next() ? Optional.of(r.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Return the next kept judgments behind a key, by key. */
  SequencedMap<String, byte[]> kept(Connection connection, String behind, int most)
      throws SQLException {
    try (PreparedStatement p =
        connection.prepareStatement(
            "select key, rows from judgment where key > ? order by key limit ?")) {
      p.setString(1, behind);
      p.setInt(2, most);
      var kept = new LinkedHashMap<String, byte[]>();
      try (ResultSet r = p.executeQuery()) {
        while (r.next()) kept.put(r.getString(1), r.getBytes(2));
      }
      return kept;
    }
  }
}
