package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.record.compartment.Compartment.Whom;
import jp.tsunagi.record.compartment.CompartmentRule.Refusal;

/** Reads and lays out the form that opens one. */
final class CompartmentForm {
  /** Longest note, in characters. */
  static final int LONGEST = 400;

  private final CompartmentKind kind;
  private final Typed typed;
  private final Map<String, String> problems = new HashMap<>();

  private CompartmentForm(CompartmentKind kind, Typed typed) {
    this.kind = kind;
    this.typed = typed;
  }

  /** The form as it was sent; 404 for what no form of ours sends. */
  static CompartmentForm sent(Typed typed) {
    return Arrays.stream(CompartmentKind.values())
        .filter(kind -> kind.name().equals(typed.text("kind")))
        .findFirst()
        .map(kind -> new CompartmentForm(kind, typed))
        .orElseThrow(NotFound::new);
  }

  static CompartmentForm blank(CompartmentKind kind) {
    return new CompartmentForm(kind, Typed.NOTHING.with("named", "me"));
  }

  boolean is(CompartmentKind other) {
    return kind == other;
  }

  /** Reads it; empty when something is wrong. */
  Optional<Compartment> read(
      Tx tx, Actor.Staff actor, ChildId child, Seat seat, NamedChoice choice) {
    Optional<CompartmentReason> reason =
        kind.reasons().stream().filter(one -> one.name().equals(typed.text("reason"))).findFirst();
    if (reason.isEmpty()) {
      problems.put("reason", t("compartment.problem.choose"));
    }
    if (reason.equals(Optional.of(CompartmentReason.OTHER)) && typed.given("note").isEmpty()) {
      problems.put("note", t("compartment.problem.note"));
    }
    if (typed.text("note").codePointCount(0, typed.text("note").length()) > LONGEST) {
      problems.put("note", t("compartment.problem.long", LONGEST));
    }
    boolean works = few(choice).stream().anyMatch(whom -> !(whom instanceof Whom.Parent));
    if (!works) {
      problems.put("named", t("compartment.problem.named"));
    }
    return problems.isEmpty()
        ? Optional.of(
            new Compartment(
                id(typed),
                child,
                kind,
                reason.orElseThrow(),
                typed.given("note"),
                seat.organisation(),
                actor.name(),
                tx.now(),
                true))
        : Optional.empty();
  }

  /** Whom the form names; what is not offered is nobody. */
  List<Whom> few(NamedChoice choice) {
    return typed.all("named").stream().flatMap(key -> choice.of(key).stream()).distinct().toList();
  }

  static UUID id(Typed typed) {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  void refused(Refusal refusal) {
    problems.put("reason", t(refusal.key()));
  }

  CompartmentsPage.Form view(String url, NamedChoice choice) {
    Fields fields = new Fields("compartment.field.", "compartment.hint.", typed, problems);
    FieldView reason = fields.must("reason");
    FieldView note = fields.of("note").most(LONGEST);
    FieldView named = fields.must("named");
    return new CompartmentsPage.Form(
        url,
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        kind.name(),
        Stream.of(reason, note, named).filter(FieldView::wrong).toList(),
        reason,
        fields.options(
            "reason", kind.reasons().toArray(CompartmentReason[]::new), "compartment.reason."),
        note,
        named,
        choice.options(typed.all("named")));
  }
}
