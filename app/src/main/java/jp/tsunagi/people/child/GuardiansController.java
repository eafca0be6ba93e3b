package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Guardians.Related;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/guardians}: whom to call, and who decides for the child. */
@Controller
class GuardiansController {
  private final Database database;
  private final Guardians guardians;
  private final Restrictions restrictions;
  private final Trace trace;

  GuardiansController(
      Database database, Guardians guardians, Restrictions restrictions, Trace trace) {
    this.database = database;
    this.guardians = guardians;
    this.restrictions = restrictions;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/guardians")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return show(actor, child, Optional.empty());
  }

  @GetMapping("/children/{child}/guardians/{guardian}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor, @PathVariable ChildId child, @PathVariable GuardianId guardian) {
    return show(actor, child, Optional.of(guardian));
  }

  private ModelAndView show(Actor.Staff actor, ChildId child, Optional<GuardianId> changed) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.get(tx, child);
          Seat seat = Sight.reads(tx, actor, identity, Category.FAMILY);
          trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
          List<Related> all = guardians.of(tx, child);
          GuardianForm form =
              changed
                  .map(id -> GuardianForm.of(one(all, id), tx.today(), Sight.calls(tx, identity)))
                  .orElseGet(() -> new GuardianForm(next(all), tx.today(), true));
          return Screen.of(page(tx, actor, identity, form, changed));
        });
  }

  private static Typed next(List<Related> all) {
    return Typed.NOTHING.with("guardian.order", String.valueOf(Math.min(9, all.size() + 1)));
  }

  private static Related one(List<Related> all, GuardianId id) {
    return all.stream()
        .filter(related -> related.person().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static boolean known(List<Related> all, GuardianId id) {
    return all.stream().anyMatch(related -> related.person().id().equals(id));
  }

  private static Entry entry(Action action, ChildId child, Seat seat) {
    return Entry.of(action).child(child).seat(seat).purpose(Category.FAMILY.name());
  }

  @PostMapping("/children/{child}/guardians")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView add(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return put(actor, child, Optional.empty(), new Typed(sent));
  }

  @PostMapping("/children/{child}/guardians/{guardian}")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView change(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable GuardianId guardian,
      @RequestParam MultiValueMap<String, String> sent) {
    return put(actor, child, Optional.of(guardian), new Typed(sent));
  }

  private ModelAndView put(
      Actor.Staff actor, ChildId child, Optional<GuardianId> changed, Typed typed) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.held(tx, child);
          Seat seat = Sight.mustChange(tx, actor, identity, Category.FAMILY);
          Optional<Related> now = changed.map(id -> one(guardians.of(tx, child), id));
          boolean calls = now.isEmpty() || Sight.calls(tx, identity);
          GuardianForm form = new GuardianForm(typed, tx.today(), calls);
          now.ifPresent(form::check);
          GuardianId id = changed.orElseGet(form::fresh);
          Optional<GuardianForm.Read> read = form.read(id, identity.birthDate(), now);
          if (changed.isEmpty() && known(guardians.of(tx, child), id)) {
            trace.write(tx, entry(Action.CHANGE_CHILD, child, seat).ground("REPEATED"));
            return Screen.done("/children/" + child + "/guardians", "child.changed");
          }
          if (read.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
            return Screen.of(page(tx, actor, identity, form, changed), 422);
          }
          save(tx, child, read.get(), seat);
          trace.write(tx, entry(Action.CHANGE_CHILD, child, seat));
          return Screen.done("/children/" + child + "/guardians", "child.changed");
        });
  }

  private void save(Tx tx, ChildId child, GuardianForm.Read read, Seat seat) {
    guardians.put(tx, read.person());
    guardians.relate(tx, child, read.is());
    read.evidence()
        .ifPresent(evidence ->
            guardians.note(
                tx,
                child,
                read.person().id(),
                read.is().authority(),
                evidence,
                seat.organisation()));
  }

  /** Keeps a guardian from deciding and reading, whoever else says so. */
  @PostMapping("/children/{child}/guardians/restrictions")
  @Permitted(Permission.WRITE)
  @Traced({Action.CHANGE_CHILD, Action.VIEW_CHILD})
  ModelAndView restrict(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.held(tx, child);
          Seat seat = Sight.mustChange(tx, actor, identity, Category.FAMILY);
          RestrictionForm form = new RestrictionForm(new Typed(sent), tx.today());
          var read = form.read(guardians.of(tx, child));
          if (read.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
            return Screen.of(restricting(tx, actor, identity, form), 422);
          }
          restrictions.set(tx, child, read.get(), seat);
          return Screen.done("/children/" + child + "/guardians", "child.restriction.done");
        });
  }

  @PostMapping("/children/{child}/guardians/restrictions/{id}/end")
  @Permitted(Permission.WRITE)
  @Traced({Action.CHANGE_CHILD, Action.VIEW_CHILD})
  ModelAndView lift(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.held(tx, child);
          Seat seat = Sight.mustChange(tx, actor, identity, Category.FAMILY);
          Typed typed = new Typed(sent).with("lift", id.toString());
          RestrictionForm form = new RestrictionForm(typed, tx.today());
          Optional<String> why = form.lifting(id);
          if (why.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
            return Screen.of(restricting(tx, actor, identity, form), 422);
          }
          restrictions.lift(tx, child, id, why.get(), seat);
          return Screen.done("/children/" + child + "/guardians", "child.restriction.done.lifted");
        });
  }

  private GuardiansPage restricting(
      Tx tx, Actor.Staff actor, Identity child, RestrictionForm restriction) {
    GuardianForm form = new GuardianForm(next(guardians.of(tx, child.id())), tx.today(), true);
    return page(tx, actor, child, form, Optional.empty(), restriction);
  }

  private GuardiansPage page(
      Tx tx, Actor.Staff actor, Identity child, GuardianForm form, Optional<GuardianId> changed) {
    var nothing = new RestrictionForm(Typed.NOTHING, tx.today());
    return page(tx, actor, child, form, changed, nothing);
  }

  private GuardiansPage page(
      Tx tx,
      Actor.Staff actor,
      Identity child,
      GuardianForm form,
      Optional<GuardianId> changed,
      RestrictionForm restriction) {
    List<Related> people = guardians.of(tx, child.id());
    boolean may = Sight.changes(tx, actor, child, Category.FAMILY).isPresent();
    boolean phones = Sight.calls(tx, child);
    String url = "/children/" + child.id() + "/guardians";
    List<HistorySql.Shown> shown = HistorySql.authority(tx, child.id());
    return new GuardiansPage(
        ChildHead.of(tx, actor, child, "guardians"),
        people.stream()
            .map(one ->
                row(
                    one,
                    tx.today(),
                    shown,
                    phones,
                    actor.may(Right.INTAKE) ? url + "/" + one.person().id() + "/invitation" : null,
                    may ? url + "/" + one.person().id() : null))
            .toList(),
        may
            ? form.view(
                t(changed.isPresent() ? "child.guardians.change" : "child.guardians.add"),
                changed.map(id -> url + "/" + id).orElse(url),
                changed
                    .map(id -> GuardianForm.seen(one(guardians.of(tx, child.id()), id), phones))
                    .orElse(""))
            : null,
        restrictions.view(
            tx, child.id(), people, Restrictions.seat(tx, actor, child), restriction));
  }

  private static GuardiansPage.Row row(
      Related one,
      LocalDate today,
      List<HistorySql.Shown> shown,
      boolean phones,
      @Nullable String invite,
      @Nullable String change) {
    return new GuardiansPage.Row(
        one.is().callOrder(),
        one.person().name(),
        one.person().kana(),
        t("child.relation." + one.is().relation()),
        phones ? one.person().phone().orElse(null) : null,
        phones ? one.is().callNote().orElse("") : "",
        authority(one, today),
        shown.stream()
            .filter(row -> row.guardian().equals(one.person().id()))
            .map(row -> t("child.authority.shown", day(row.on()), row.evidence()))
            .toList(),
        one.hasAccount() ? t("child.guardians.account") : "",
        invite,
        change);
  }

  /** What is on record, and that a restriction or the age beats it today. */
  private static String authority(Related one, LocalDate today) {
    Optional<Period> said = one.is().authority();
    if (said.isEmpty()) {
      return t("child.authority.none");
    }
    String words =
        t(
            "child.authority.by",
            one.is().kind().map(kind -> t("child.authority.kind." + kind)).orElse(""),
            period(said.get()));
    return said.get().contains(today) && !one.decides(today)
        ? t("child.authority.not", words)
        : words;
  }

  private static String period(Period period) {
    return period
        .lastDay()
        .map(last -> t("child.authority.until", day(period.from()), day(last)))
        .orElseGet(() -> t("child.authority.since", day(period.from())));
  }

  private static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }
}
