package jp.tsunagi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Writes down what the program asks of the database, with the values in it. */
public final class Recorded implements ExecuteListener {
  /**
   * A statement.
   *
   * @param context the settings of its transaction, by which row level security decides
   */
  public record Statement(String context, String sql) {}

  private static final ThreadLocal<String> CONTEXT = ThreadLocal.withInitial(() -> "");

  private final transient List<Statement> statements = new CopyOnWriteArrayList<>();
  private volatile boolean on;

  /** What that work reads, on whatever thread. */
  public List<Statement> during(Runnable work) {
    statements.clear();
    on = true;
    work.run();
    on = false;
    return new ArrayList<>(statements);
  }

  @Override
  public void executeStart(ExecuteContext context) {
    String sql = context.sql();
    if (sql != null && sql.startsWith("set local app.")) {
      CONTEXT.set(sql);
      return;
    }
    Query query = context.query();
    if (on && query != null) {
      String inlined =
          DSL.using(SQLDialect.POSTGRES, new Settings().withRenderSchema(true))
              .renderInlined(query);
      if (inlined.startsWith("select") || inlined.startsWith("with")) {
        statements.add(new Statement(CONTEXT.get(), inlined));
        if (inlined.contains("open_child(")) {
          // what follows in this transaction is read with the child open
          CONTEXT.set(CONTEXT.get() + inlined + ";");
        }
      }
    }
  }
}
