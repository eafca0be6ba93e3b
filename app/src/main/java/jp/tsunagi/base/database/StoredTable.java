package jp.tsunagi.base.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A table as it is kept beside the database.
 *
 * @param name with its schema
 * @param columns those that are stored; what the database works out itself is not among them
 */
public record StoredTable(String name, List<String> columns) {
  /**
   * What lasts no longer than a visit: whoever is in the middle of it signs in again. The history
   * of the schema is not copied but gone through again.
   */
  static final Set<String> PASSING =
      Set.of(
          "infra.answered",
          "infra.flyway_schema_history",
          "infra.half_sign_in",
          "infra.installation",
          "infra.session",
          "infra.sign_in_try");

  public StoredTable {
    columns = List.copyOf(columns);
  }

  String columnList() {
    return String.join(", ", columns);
  }

  /** Every table that is kept, by its name. */
  static List<StoredTable> all(Connection connection) {
    String sql =
        """
        select n.nspname || '.' || c.relname,
          array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '')
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'infra')
          and c.relowner = (select relowner from pg_class where oid = 'infra.installation'::regclass)
        group by n.nspname, c.relname order by 1
        """;
    try (var asking = connection.createStatement();
        ResultSet rows = asking.executeQuery(sql)) {
      List<StoredTable> tables = new ArrayList<>();
      while (rows.next()) {
        if (!PASSING.contains(rows.getString(1))) {
          tables.add(
              new StoredTable(
                  rows.getString(1), Arrays.asList((String[]) rows.getArray(2).getArray())));
        }
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
