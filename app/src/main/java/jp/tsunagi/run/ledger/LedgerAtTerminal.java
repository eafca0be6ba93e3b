package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.function.Consumer;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Database;
import org.springframework.stereotype.Component;

/** {@code ./tsunagi import children FILE}: the ledger at the terminal. */
@Component
public final class LedgerAtTerminal {
  private final Database database;
  private final LedgerCheck check;
  private final LedgerImport ledger;

  LedgerAtTerminal(Database database, LedgerCheck check, LedgerImport ledger) {
    this.database = database;
    this.check = check;
    this.ledger = ledger;
  }

  /** What came of it. */
  public enum Outcome {
    /** Everything that was meant to come in is in. */
    DONE,
    /** The file cannot be read. */
    UNREADABLE,
    /** Some rows are bad, and nothing was taken in. */
    BAD_ROWS,
    /** This person takes in no children. */
    NO_RIGHT
  }

  /**
   * Looks at the file and takes it in.
   *
   * @param soundRows takes the sound rows even when others are bad
   * @param say told every line for the terminal
   */
  public Outcome run(Actor.Staff actor, byte[] file, boolean soundRows, Consumer<String> say) {
    if (!actor.may(Right.INTAKE)) {
      say.accept(t("ledger.terminal.right", actor.name()));
      return Outcome.NO_RIGHT;
    }
    return switch (LedgerFile.read(file)) {
      case Sheet.Outcome.Refused(var why) -> {
        var refusal = LedgerView.refusal(why);
        say.accept(refusal.what());
        refusal.why().forEach(say);
        yield Outcome.UNREADABLE;
      }
      case Sheet.Outcome.Read(var sheet) -> take(actor, sheet, soundRows, say);
    };
  }

  private Outcome take(Actor.Staff actor, Sheet sheet, boolean soundRows, Consumer<String> say) {
    Seat seat = actor.with(Right.INTAKE).getFirst();
    return database.call(
        actor,
        tx -> {
          say.accept(t("ledger.terminal.look", sheet.rows().size()));
          Checked checked = check.check(tx, seat, sheet);
          tell(checked, say);
          if (!checked.bad().isEmpty() && !soundRows) {
            say.accept(t("ledger.terminal.nothing"));
            return Outcome.BAD_ROWS;
          }
          ledger.run(
              tx,
              seat,
              checked,
              done -> say.accept(t("ledger.terminal.progress", done, checked.sound().size())));
          say.accept(t("ledger.done"));
          return Outcome.DONE;
        });
  }

  private static void tell(Checked checked, Consumer<String> say) {
    say.accept(
        t(
            "ledger.terminal.tally",
            checked.rows(),
            checked.sound().size(),
            checked.asked().size(),
            checked.bad().size(),
            checked.declined().size()));
    checked.near().stream()
        .map(Checked.Near::row)
        .map(row -> t("ledger.terminal.near", row.number(), row.name().written()))
        .forEach(say);
    checked.bad().stream()
        .forEach(row ->
            say.accept(
                t(
                    "ledger.terminal.bad",
                    row.line().number(),
                    row.line().text(Column.NAME),
                    LedgerView.why(row))));
  }
}
