package jp.tsunagi.run.scenario;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word of its own in every field of every child of a town: whoever meets one knows of whom and of
 * what it tells.
 */
final class Tokens {
  static final Pattern TOKEN = Pattern.compile("ぬぬ[^ぬ]{5}ぬ");

  /** Letters that stand in names and in sentences, written and read. */
  private static final String LETTERS = "あいうえおかきくけこさしすせそたちつてと";

  private static final Pattern TEXT =
      Pattern.compile("(\"(?:text|unread|name|typed)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)+\"");
  private static final Pattern VALUE =
      Pattern.compile("(:\\s*|\\[\\s*|,\\s*)\"(?:[^\"\\\\]|\\\\.)+\"(?=\\s*[,}\\]])");

  /** What a token stands for. */
  enum Kind {
    NAME,
    ADDRESS,
    GUARDIAN,
    PHONE,
    NOTE,
    CARD,
    ITEM,
    STEP,
    END
  }

  /**
   * Where a token stands.
   *
   * @param about the child, guardian, item or sheet it belongs to
   * @param by whose word it is, where the kind asks for it
   */
  record Told(Kind kind, UUID about, @Nullable UUID by, String column) {}

  private final Map<String, Told> told = new HashMap<>();

  Map<String, Told> all() {
    return told;
  }

  private String token(Told where) {
    StringBuilder token = new StringBuilder("ぬぬ");
    int number = told.size();
    for (int letter = 0; letter < 5; letter++) {
      token.append(LETTERS.charAt(number % LETTERS.length()));
      number /= LETTERS.length();
    }
    token.append("ぬ");
    told.put(token.toString(), where);
    return token.toString();
  }

  /** Puts them into a database, as its superuser. */
  void write(Connection connection) throws SQLException {
    for (String column : List.of("family", "given", "family_kana", "given_kana")) {
      column(connection, Kind.NAME, "child_name", column, "child_id", null);
    }
    column(connection, Kind.ADDRESS, "child_address", "address", "child_id", null);
    column(connection, Kind.GUARDIAN, "guardian", "name", "guardian_id", null);
    column(connection, Kind.GUARDIAN, "guardian", "kana", "guardian_id", null);
    column(connection, Kind.PHONE, "guardian", "phone", "guardian_id", null);
    column(connection, Kind.NOTE, "guardianship", "call_note", "child_id", "guardian_id");
    for (String column : List.of("name", "phone", "call_note", "address")) {
      column(connection, Kind.CARD, "child_contact", column, "child_id", "organisation_id");
    }
    column(connection, Kind.ITEM, "item", "gist", "item_id", null);
    column(connection, Kind.STEP, "sheet_step", "note", "sheet_id", null);
    column(connection, Kind.END, "involvement_end", "note", "child_id", null);
    json(connection, "sheet_part", "answers", TEXT);
    json(connection, "sheet_part", "facts", VALUE);
    json(connection, "sheet_left_over", "answers", TEXT);
    json(connection, "sheet_edit", "was", TEXT);
  }

  private void column(
      Connection connection,
      Kind kind,
      String table,
      String column,
      String about,
      @Nullable String by)
      throws SQLException {
    String which = "select ctid, %s, %s from %s where %s is not null and %s <> ''";
    try (var asking = connection.createStatement();
        ResultSet rows =
            asking.executeQuery(
                which.formatted(about, by == null ? "null::uuid" : by, table, column, column));
        PreparedStatement putting =
            connection.prepareStatement(
                "update " + table + " set " + column + " = ? where ctid = ?::tid")) {
      while (rows.next()) {
        Told where =
            new Told(
                kind,
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                table + "." + column);
        putting.setString(1, token(where));
        putting.setString(2, rows.getString(1));
        putting.addBatch();
      }
      putting.executeBatch();
    }
  }

  private void json(Connection connection, String table, String column, Pattern texts)
      throws SQLException {
    try (var asking = connection.createStatement();
        ResultSet rows =
            asking.executeQuery(
                "select ctid, item_id, "
                    + column
                    + "::text from "
                    + table
                    + " where "
                    + column
                    + " is not null");
        PreparedStatement putting =
            connection.prepareStatement(
                "update " + table + " set " + column + " = ?::jsonb where ctid = ?::tid")) {
      while (rows.next()) {
        UUID item = rows.getObject(2, UUID.class);
        String words =
            texts
                .matcher(rows.getString(3))
                .replaceAll(found ->
                    found.group(1)
                        + "\""
                        + token(new Told(Kind.ITEM, item, null, table + "." + column))
                        + "\"");
        putting.setString(1, words);
        putting.setString(2, rows.getString(1));
        putting.addBatch();
      }
      putting.executeBatch();
    }
  }
}
