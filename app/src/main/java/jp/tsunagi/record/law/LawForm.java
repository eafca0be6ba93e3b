package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.ground.ScopeChoice;
import jp.tsunagi.record.ground.ScopeLine;

/** Reads and lays out the form by which a ground in law is asked for. */
final class LawForm {
  static final int LONGEST = 400;
  private static final int SHORTEST = 10;
  private static final int LONGEST_ARTICLE = 100;

  private final Typed typed;
  private final Seat seat;
  private final List<Organisation> places;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  /**
   * The form.
   *
   * @param seat from which it is asked for
   * @param places that may receive; the own one never
   */
  LawForm(Typed typed, Seat seat, List<Organisation> places, LocalDate today) {
    this.typed = typed;
    this.seat = seat;
    this.places = places.stream().filter(one -> !one.id().equals(seat.organisation())).toList();
    this.today = today;
  }

  /** Reads it; empty when something is wrong. */
  Optional<LegalGround> read(Tx tx, Actor.Staff actor, ChildId child) {
    Optional<Law> law =
        Arrays.stream(Law.values()).filter(one -> one.name().equals(typed.text("law"))).findFirst();
    if (law.isEmpty()) {
      problems.put("law", t("law.problem.choose"));
    }
    if (law.equals(Optional.of(Law.OTHER)) && typed.given("article").isEmpty()) {
      problems.put("article", t("law.problem.article"));
    }
    length("article", LONGEST_ARTICLE);
    Optional<OrganisationId> receiver =
        places.stream()
            .map(Organisation::id)
            .filter(id -> id.toString().equals(typed.text("receiver")))
            .findFirst();
    if (receiver.isEmpty()) {
      problems.put("receiver", t("law.problem.choose"));
    }
    List<ScopeLine> scope = new ScopeChoice(typed).chosen();
    if (scope.isEmpty()) {
      problems.put("scope", t("law.problem.scope"));
    }
    String note = typed.text("note");
    if (note.codePointCount(0, note.length()) < SHORTEST) {
      problems.put("note", t("law.problem.note", SHORTEST));
    }
    length("note", LONGEST);
    Optional<LocalDate> last = last();
    boolean unseen = typed.text("family").equals("no");
    if (!unseen && !typed.text("family").equals("yes")) {
      problems.put("family", t("law.problem.choose"));
    }
    if (unseen && typed.given("family.note").isEmpty()) {
      problems.put("family.note", t("law.problem.family"));
    }
    length("family.note", LONGEST);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LegalGround(
            id(),
            child,
            law.orElseThrow(),
            typed.text("article"),
            receiver.orElseThrow(),
            seat.may(Right.INTAKE) ? Optional.empty() : Optional.of(seat.organisation()),
            scope,
            typed.ticked("history"),
            note,
            last.orElseThrow(),
            unseen ? typed.given("family.note") : Optional.empty(),
            actor.staff(),
            actor.name(),
            seat.organisation(),
            tx.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** At most a year: whoever needs it longer asks anew. */
  private Optional<LocalDate> last() {
    DateReader reader = new DateReader(Period.through(today, today.plusYears(1)));
    if (reader.read(typed.text("last")) instanceof DateReading.Read(var day)) {
      return Optional.of(day);
    }
    problems.put("last", t("law.problem.last"));
    return Optional.empty();
  }

  private void length(String field, int most) {
    String text = typed.text(field);
    if (text.codePointCount(0, text.length()) > most) {
      problems.put(field, t("law.problem.long", most));
    }
  }

  private UUID id() {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  LawsPage.Form view() {
    Fields fields = new Fields("law.field.", "law.hint.", typed, problems);
    FieldView law = fields.must("law");
    FieldView article = fields.of("article");
    FieldView receiver = fields.must("receiver");
    FieldView scope = fields.must("scope");
    FieldView note = fields.must("note").most(LONGEST);
    FieldView last = fields.must("last");
    FieldView family = fields.must("family");
    FieldView familyNote = fields.of("family.note").most(LONGEST);
    String chosen = typed.text("family");
    return new LawsPage.Form(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        t(seat.may(Right.INTAKE) ? "law.from.all" : "law.from.own", seat.organisationName()),
        law,
        fields.options("law", Law.values(), "law.law."),
        article,
        receiver,
        places.stream()
            .map(one ->
                new Option(
                    one.id().toString(),
                    one.name(),
                    one.id().toString().equals(typed.text("receiver"))))
            .toList(),
        scope,
        new ScopeChoice(typed).groups(),
        typed.ticked("history"),
        note,
        last,
        family,
        List.of(
            new Option("yes", t("law.family.yes"), chosen.equals("yes")),
            new Option("no", t("law.family.no"), chosen.equals("no"))),
        familyNote,
        List.of(law, article, receiver, scope, note, last, family, familyNote));
  }
}
