package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Guardians;
import org.springframework.stereotype.Component;

/** Says in words what is shown to the family, and what a wish would open. */
@Component
public final class ShowingWords {
  private final Showings showings;
  private final Guardians guardians;

  ShowingWords(Showings showings, Guardians guardians) {
    this.showings = showings;
    this.guardians = guardians;
  }

  /**
   * One showing as it stands.
   *
   * @param lastDay the last day, in words
   * @param holds whether it can be taken back
   */
  public record Line(
      String id,
      String reader,
      StatusView status,
      List<String> what,
      String lastDay,
      String said,
      boolean holds) {}

  /**
   * What a wish would open, before it is given.
   *
   * @param sentence 母の青空 みなみさんは、…まで読めます
   * @param there the sheets that are there by now, with the parts that would be read
   */
  public record Preview(String sentence, List<String> what, List<String> there) {}

  /** 母（青空 みなみさん）. */
  static String guardian(Guardians.Related one) {
    return t(
        "ground.showing.guardian",
        t("ground.relation." + one.is().relation()),
        one.person().name());
  }

  private List<Guardians.Related> family(Tx tx, ChildId child) {
    return tx.as(new Actor.Job(tx.tenant(), "showing"), () -> guardians.of(tx, child));
  }

  private static String named(List<Guardians.Related> family, GuardianId id) {
    return family.stream()
        .filter(one -> one.person().id().equals(id))
        .findFirst()
        .map(ShowingWords::guardian)
        .orElseGet(() -> t("ground.guardian.other"));
  }

  /** All about a child of age, newest first; 404 for whoever has no say. */
  public List<Line> lines(Tx tx, ChildId child) {
    List<Showing> given = showings.of(tx, child);
    List<Guardians.Related> family = family(tx, child);
    return given.stream().map(one -> line(one, family, tx.today())).toList();
  }

  private static Line line(Showing one, List<Guardians.Related> family, LocalDate today) {
    boolean holds = one.holds(today);
    return new Line(
        one.id().toString(),
        named(family, one.wish().reader()),
        status(one, holds),
        what(one.wish()),
        ConsentWords.day(one.wish().lastDay()),
        t(
            "ground.objection.said",
            ConsentWords.day(one.givenOn()),
            named(family, one.giver()),
            t("ground.means." + one.means())),
        holds);
  }

  private static StatusView status(Showing one, boolean holds) {
    return one.ended()
        .map(day ->
            new StatusView(Icon.REMOVE, t("ground.showing.ended"), ConsentWords.day(day), false))
        .orElseGet(() ->
            new StatusView(
                holds ? Icon.FINAL : Icon.ENDED,
                t(holds ? "ground.showing.holds" : "ground.showing.over"),
                "",
                false));
  }

  private static List<String> what(Showing.Wish wish) {
    return wish.scope()
        .map(SectionWords::of)
        .orElseGet(() -> List.of(t("ground.showing.what.all")));
  }

  /** What can be chosen in the form. */
  public ShowingForm.Choices choices(Tx tx, ChildId child) {
    return new ShowingForm.Choices(showings.readers(tx, child), ShowingSql.parts(tx, child));
  }

  /** What the wish would open, as the record stands. */
  public Preview preview(Tx tx, ChildId child, Showing.Wish wish) {
    List<ScopeLine> there =
        ShowingSql.parts(tx, child).stream()
            .filter(part ->
                wish.scope()
                    .map(lines -> lines.stream().anyMatch(line -> line.covers(part)))
                    .orElse(true))
            .toList();
    return new Preview(
        t(
            "ground.showing.preview",
            named(family(tx, child), wish.reader()),
            ConsentWords.day(wish.lastDay())),
        what(wish),
        SectionWords.of(there));
  }

  /** Who of the family reads by this today, one line each: for the page of who can see. */
  public List<Line> reading(Tx tx, ChildId child) {
    List<Guardians.Related> family = family(tx, child);
    return ShowingSql.of(tx, Set.of(child)).stream()
        .filter(one -> one.holds(tx.today()))
        .map(one -> line(one, family, tx.today()))
        .toList();
  }
}
