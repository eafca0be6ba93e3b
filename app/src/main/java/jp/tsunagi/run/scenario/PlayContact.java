package jp.tsunagi.run.scenario;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import jp.tsunagi.work.handover.Handovers;
import jp.tsunagi.work.handover.SupportSheets;
import org.springframework.stereotype.Component;

/** Plays receipts of handovers, what goes out on paper, and the fact of consultations. */
@Component
final class PlayContact {
  private final Handovers handovers;
  private final SupportSheets sheets;
  private final Items items;

  PlayContact(Handovers handovers, SupportSheets sheets, Items items) {
    this.handovers = handovers;
    this.sheets = sheets;
    this.items = items;
  }

  void receive(Tx tx, Child child, Act.Receipt act, PlayedTown town) {
    handovers.receive(tx, town.child(child), town.place(tx, act.by()), town.staff(act.by()));
  }

  void handOut(Tx tx, Child child, Act.SupportSheet act, PlayedTown town) {
    sheets.handOut(
        tx,
        town.child(child),
        new SupportSheets.Order(
            Optional.ofNullable(act.organisation()).map(town::organisation),
            Optional.ofNullable(act.outside()).orElse(""),
            act.purpose(),
            Set.copyOf(act.sections())));
  }

  /** That it took place, when, and the next date: involvement, not the notes of it (A16). */
  void consulted(Tx tx, Child child, Act.Consultation act, PlayedTown town) {
    items.add(
        tx,
        new NewItem(
            town.child(child),
            ItemKind.NOTE,
            Category.INVOLVEMENT,
            new Author.Organisation(town.place(tx, act.by())),
            Optional.empty(),
            Optional.empty(),
            1,
            ItemState.FINAL,
            false,
            act.date(),
            words(act)));
  }

  private static String words(Act.Consultation act) {
    return act.next() == null
        ? t("scenario.consulted")
        : t("scenario.consulted.next", DateWords.full(act.next()).in(java.util.Locale.JAPANESE));
  }
}
