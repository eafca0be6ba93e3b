package jp.tsunagi.base.database;

import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;

/** Whether the transaction under way has changed anything so far. */
final class Changes {
  private static final ScopedValue<Changes> UNDER_WAY = ScopedValue.newInstance();
  private boolean any;

  /** Does the work as one transaction's; two in one another are a mistake. */
  static <T> T during(Supplier<T> work) {
    return ScopedValue.where(UNDER_WAY, new Changes()).call(work::get);
  }

  static boolean isUnderway() {
    return UNDER_WAY.isBound();
  }

  static boolean any() {
    return UNDER_WAY.get().any;
  }

  /** Does some writing that is no change. */
  static <T> T besides(Supplier<T> writing) {
    Changes changes = UNDER_WAY.get();
    boolean before = changes.any;
    T result = writing.get();
    changes.any = before;
    return result;
  }

  /** Notes every statement that changes something. */
  static ExecuteListener noting() {
    return ExecuteListener.onExecuteStart(Changes::note);
  }

  private static void note(ExecuteContext statement) {
    ExecuteType type = statement.type();
    if (UNDER_WAY.isBound() && (type == ExecuteType.WRITE || type == ExecuteType.BATCH)) {
      UNDER_WAY.get().any = true;
    }
  }
}
