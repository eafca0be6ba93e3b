package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.view.overview.ChildPage.Act;
import org.jspecify.annotations.Nullable;

/** What the reader may do next for a child, by right and by where things stand. */
record NextSteps(Actor.Staff reader, ChildFacts child, LocalDate today) {

  /** The buttons: what waits for the reader first, then what may be begun. */
  List<Act> acts(List<ItemRow> items) {
    List<Act> acts = new ArrayList<>();
    if (!child.unread().isEmpty() && !reader.receiving().isEmpty()) {
      acts.add(Act.to("/handovers", t("overview.act.receive"), true));
    }
    String url = "/children/" + child.id();
    if (!agreed() && may(Right.INTAKE)) {
      acts.add(Act.to(url + "/consents/draft?kind=USE", t("overview.act.consent"), acts.isEmpty()));
    }
    if (child.toOffer() && (may(Right.INTAKE) || may(Right.ENROL))) {
      acts.add(Act.to(url + "/handovers", t("overview.act.offer"), acts.isEmpty()));
    }
    child.written().stream()
        .filter(one -> one.state().equals("DRAFT") && one.mine())
        .limit(2)
        .map(one ->
            Act.to(
                "/sheets/" + one.id() + "/draft",
                t("overview.act.continue", form(one.form())),
                acts.isEmpty()))
        .forEach(acts::add);
    writing().forEach(seat -> acts.addAll(beginnings(seat, items, acts.isEmpty())));
    if (may(Right.PRINT)) {
      acts.add(Act.to(url + "/support-sheet", t("overview.act.print"), false));
    }
    return acts;
  }

  /** The common record is open, and a consent to it that the reader knows of holds. */
  private boolean agreed() {
    var uses = child.consents().stream().filter(given -> given.kind().equals("USE")).toList();
    return uses.isEmpty() ? child.shared() : uses.stream().anyMatch(given -> given.runs(today));
  }

  private static String form(String key) {
    String kind =
        switch (EventKind.ofForm(key)) {
          case PROFILE -> "profile";
          case PLAN -> "plan";
          default -> "support";
        };
    return t("overview.form." + kind);
  }

  private List<Seat> writing() {
    return reader.with(Right.WRITE).stream().filter(this::runs).toList();
  }

  private boolean runs(Seat seat) {
    return Explanation.reach(seat, child.explained(), today).stream()
        .anyMatch(held -> held.running());
  }

  private boolean may(Right right) {
    return reader.with(right).stream().anyMatch(this::runs);
  }

  private List<Act> beginnings(Seat seat, List<ItemRow> items, boolean primary) {
    List<Act> acts = new ArrayList<>();
    child.involvements().stream()
        .filter(one -> one.organisation().equals(seat.organisation()) && one.runs(today))
        .filter(one -> one.kind() == InvolvementKind.ENROLMENT)
        .flatMap(one -> Optional.ofNullable(one.organisationKind()).stream())
        .flatMap(kind -> supportForm(kind).stream())
        .distinct()
        .filter(form -> unwritten(form, seat.organisation(), null))
        .forEach(form -> acts.add(begin(form, null, t("overview.act.begin.support"), primary)));
    child.participations().stream()
        .filter(one -> one.organisation().equals(seat.organisation()) && one.runs(today))
        .filter(one -> unwritten("support-programme", seat.organisation(), one.programme()))
        .forEach(one ->
            acts.add(
                begin(
                    "support-programme",
                    one.programme(),
                    t("overview.act.begin.programme", one.name()),
                    primary)));
    if (profileMissing(seat, items)) {
      acts.add(begin("profile", null, t("overview.act.begin.profile"), false));
    }
    return acts;
  }

  /** The 個人票 opens with a USE consent, and is filled in where the hubs register the child. */
  private boolean profileMissing(Seat seat, List<ItemRow> items) {
    boolean registered =
        child.involvements().stream()
            .anyMatch(one ->
                one.kind() == InvolvementKind.REGISTRATION
                    && one.organisation().equals(seat.organisation())
                    && one.runs(today));
    return agreed()
        && registered
        && seat.ceiling().contains(Category.PROFILE)
        && items.stream().noneMatch(item -> item.eventKind() == EventKind.PROFILE)
        && child.written().stream().noneMatch(one -> one.form().startsWith("profile"));
  }

  /** Which yearly 支援内容 a place writes. */
  static Optional<String> supportForm(OrganisationKind kind) {
    return kind.isPreschool()
        ? Optional.of("support-nursery")
        : kind.isSchool() ? Optional.of("support-school") : Optional.empty();
  }

  private boolean unwritten(
      String form, OrganisationId organisation, @Nullable ProgrammeId programme) {
    int year = FiscalYear.of(today).year();
    return child.written().stream()
        .noneMatch(one ->
            one.form().equals(form)
                && organisation.equals(one.organisation())
                && one.fiscalYear() == year
                && (programme == null || programme.equals(one.programme())));
  }

  private Act begin(String form, @Nullable ProgrammeId programme, String text, boolean primary) {
    return new Act(
        text,
        null,
        form,
        programme == null ? null : programme.toString(),
        FiscalYear.of(today).year(),
        primary);
  }

  /** The other things one may do here, by right. */
  List<Link> more() {
    List<Link> links = new ArrayList<>();
    String url = "/children/" + child.id();
    links.add(new Link(url + "/sheets", t("overview.more.sheets")));
    new CallView(reader, child, today)
        .url()
        .ifPresent(contacts -> links.add(new Link(contacts, t("overview.call.write"))));
    if (reader.reading().filter(Seat::asks).anyMatch(this::runs)) {
      links.add(new Link(url + "/requests", t("overview.more.requests")));
    }
    if (may(Right.INTAKE) || may(Right.ENROL)) {
      links.add(new Link(url + "/consents", t("overview.more.consents")));
      links.add(new Link(url + "/handovers", t("overview.more.handovers")));
    }
    if (may(Right.ENROL)) {
      links.add(new Link(url + "/enrolments", t("overview.more.enrolments")));
    }
    if (may(Right.INTAKE) || owns()) {
      links.add(new Link(url + "/identity", t("overview.more.identity")));
      links.add(new Link(url + "/guardians", t("overview.more.guardians")));
    }
    return links;
  }

  private boolean owns() {
    return reader.with(Right.WRITE).stream()
        .anyMatch(seat -> seat.organisation().equals(child.owner()));
  }
}
