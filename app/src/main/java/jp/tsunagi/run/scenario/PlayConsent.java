package jp.tsunagi.run.scenario;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.work.handover.Handovers;
import jp.tsunagi.work.request.PlanRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plays consents, withdrawals, what a consent allows, and requests for one. */
@Component
final class PlayConsent {
  private final Consents consents;
  private final Organisations organisations;
  private final Handovers handovers;
  private final PlanRequests requests;

  PlayConsent(
      Consents consents, Organisations organisations, Handovers handovers, PlanRequests requests) {
    this.consents = consents;
    this.organisations = organisations;
    this.handovers = handovers;
    this.requests = requests;
  }

  /** Consents of the play by child and receiver; the USE consent has no receiver. */
  private final Map<String, ConsentId> given = new HashMap<>();

  /** What was asked of a place last, by child. */
  private final Map<String, ConsentId> asked = new HashMap<>();

  void use(Tx tx, Child child, Act.UseConsent act, PlayedTown town) {
    Set<OrganisationId> hubs =
        organisations.hubs(tx).stream().map(Organisation::id).collect(Collectors.toSet());
    List<ScopeLine> scope = Arrays.stream(Category.values()).map(ScopeLine::of).toList();
    ConsentId id = ConsentId.create();
    given.put(child.key(), id);
    consents.give(
        tx,
        new NewConsent(
            id,
            town.child(child),
            ConsentKind.USE,
            town.guardian(child, act.giver()),
            act.via(),
            act.date(),
            t("scenario.purpose.use"),
            Optional.empty(),
            hubs,
            scope,
            false,
            period(act.date(), act.until()),
            Optional.ofNullable(act.scan())));
  }

  void handover(Tx tx, Child child, Act.HandoverConsent act, PlayedTown town) {
    ConsentId id = ConsentId.create();
    String outside = act.outside();
    given.put(child.key() + "/" + act.receiver(), id);
    consents.give(
        tx,
        new NewConsent(
            id,
            town.child(child),
            ConsentKind.HANDOVER,
            town.guardian(child, act.giver()),
            act.via(),
            act.date(),
            outside == null
                ? t("scenario.purpose.handover")
                : t("scenario.purpose.outside", outside),
            Optional.ofNullable(outside),
            giving(act, town),
            receiving(act, town),
            scope(act),
            false,
            period(act.date(), act.until()),
            Optional.empty()));
  }

  private static Set<OrganisationId> receiving(Act.HandoverConsent act, PlayedTown town) {
    String receiver = act.receiver();
    return receiver == null ? Set.of() : Set.of(town.organisation(receiver));
  }

  /** Offers what was agreed to a receiver with a terminal; others get paper. */
  boolean offer(Tx tx, Child child, Act.HandoverConsent act, Casting casting) {
    String key = act.receiver();
    if (key == null) {
      return false;
    }
    OrganisationId receiver = casting.town().organisation(key);
    if (casting.town().onPaper.contains(receiver)) {
      return false;
    }
    ConsentId consent = PlayedTown.known(given, child.key() + "/" + key);
    handovers.offer(tx, casting.town().child(child), consent, receiver, entry(child, act));
    return true;
  }

  private static Optional<Set<OrganisationId>> giving(Act.HandoverConsent act, PlayedTown town) {
    return act.giving().isEmpty()
        ? Optional.empty()
        : Optional.of(act.giving().stream().map(town::organisation).collect(Collectors.toSet()));
  }

  private static List<ScopeLine> scope(Act.HandoverConsent act) {
    List<ScopeLine> scope = new ArrayList<>(act.categories().stream().map(ScopeLine::of).toList());
    act.sections().stream().map(PlayConsent::section).forEach(scope::add);
    return scope;
  }

  /** {@code form/section}, in the category the shipped form gives it. */
  private static ScopeLine section(String written) {
    String[] keys = written.split("/", 2);
    Category category =
        ShippedForms.all().stream()
            .filter(form -> form.key().equals(keys[0]))
            .flatMap(form -> form.section(keys[1]).stream())
            .findFirst()
            .orElseThrow()
            .category();
    return new ScopeLine(category, Optional.of(written));
  }

  /** The first day of the enrolment that runs there or comes, or the first of April to come. */
  private static LocalDate entry(Child child, Act.HandoverConsent act) {
    return child.story().stream()
        .filter(Act.Enrol.class::isInstance)
        .map(Act.Enrol.class::cast)
        .filter(enrol -> enrol.organisation().equals(act.receiver()))
        .map(Act.Enrol::period)
        .filter(there -> there.holds(act.date()) || there.from().isAfter(act.date()))
        .map(Days::from)
        .findFirst()
        .orElseGet(() -> FiscalYear.of(act.date()).next().start());
  }

  void withdraw(Tx tx, Child child, Act.Withdraw act, PlayedTown town) {
    String receiver = act.receiver();
    String key = receiver == null ? child.key() : child.key() + "/" + receiver;
    ConsentMeans means = act.via();
    consents.withdraw(tx, town.child(child), PlayedTown.known(given, key), means, act.date());
  }

  void ask(Tx tx, Child child, Act.PlanRequest act, PlayedTown town) {
    ConsentId id = ConsentId.create();
    asked.put(child.key(), id);
    List<String> sections =
        act.sections().isEmpty()
            ? PlaySheet.form(act.form()).sections().stream().map(Section::key).toList()
            : act.sections();
    requests.ask(
        tx,
        (Actor.Staff) Actor.of(tx),
        new PlanRequests.Wish(
            id,
            town.child(child),
            town.organisation(act.organisation()),
            act.form(),
            act.fiscalYear(),
            sections,
            act.why(),
            act.needed(),
            act.until()));
  }

  void agree(Tx tx, Child child) {
    requests.agree(tx, (Actor.Staff) Actor.of(tx), PlayedTown.known(asked, child.key()));
  }

  private static Period period(LocalDate from, @Nullable LocalDate last) {
    return last == null ? Period.since(from) : Period.through(from, last);
  }
}
