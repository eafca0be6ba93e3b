package jp.tsunagi.work.handover;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.print.Format;
import jp.tsunagi.record.print.Printing;
import jp.tsunagi.record.print.RecordPart;
import org.springframework.stereotype.Component;

/** 支援シートを渡す, for what acts in a transaction of its own: told stories, later batches. */
@Component
public class SupportSheets {
  private final SupportSheet sheet;

  SupportSheets(SupportSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * What is to be handed out.
   *
   * @param receiver in the register; empty: the place
   * @param place name of a place outside the register
   * @param sections keys of sections, or a category in small letters for everything of it
   */
  public record Order(
      Optional<OrganisationId> receiver, String place, String purpose, Set<String> sections) {}

  /**
   * Hands out, as a PDF kept in the record, those of the sections that a consent in force covers.
   *
   * @throws IllegalStateException when no consent names the receiver, or it covers none of them
   */
  public IssueId handOut(Tx tx, ChildId child, Order order) {
    Actor.Staff staff = Printing.with((Actor.Staff) Actor.of(tx), Format.PDF);
    SupportSheet.Outcome outcome = tx.as(staff, () -> issue(tx, child, order));
    return switch (outcome) {
      case SupportSheet.Outcome.Handed(var issue) -> issue;
      case SupportSheet.Outcome.Refused(var why) ->
          throw new IllegalStateException("no support sheet: " + why);
      case SupportSheet.Outcome.Shown _ -> throw new IllegalStateException("only shown");
    };
  }

  private SupportSheet.Outcome issue(Tx tx, ChildId child, Order order) {
    return sheet.choices(tx, child).stream()
        .filter(choice ->
            choice.ground().receiver().map(Organisation::id).equals(order.receiver())
                && SupportSheetRule.names(
                    choice.ground().consent(), order.receiver(), order.place()))
        .findFirst()
        .map(choice -> sheet.issue(tx, child, wish(choice, order), Format.PDF))
        .orElseGet(() -> new SupportSheet.Outcome.Refused(SupportSheetRefusal.CONSENT_ENDED));
  }

  private static SupportSheetWish wish(SupportSheet.Choice choice, Order order) {
    return new SupportSheetWish(
        choice.ground().consent().id(),
        order.receiver(),
        order.place(),
        "",
        order.purpose(),
        choice.offered().stream()
            .filter(part -> wanted(part, order.sections()))
            .map(part -> part.item().toString())
            .collect(Collectors.toSet()),
        Id.fresh());
  }

  private static boolean wanted(RecordPart part, Set<String> sections) {
    return sections.contains(part.section().key())
        || sections.contains(part.category().name().toLowerCase(Locale.ROOT));
  }
}
