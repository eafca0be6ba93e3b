package jp.tsunagi.work.request;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Staffing;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.Confirmation;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.Sheets;

/** 若葉 はる at みなみ小学校, who goes to こばと after school; the school's 支援内容 is final. */
final class RequestTown {
  static final int YEAR = 2026;
  static final byte[] SCAN = "%PDF-1.4 scan".getBytes(StandardCharsets.UTF_8);

  final FamilyTown family = new FamilyTown();
  final TestTown town = family.town;
  final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みなみ小学校");
  final OrganisationId service = town.organisation(OrganisationKind.DAY_SERVICE, "こばと");
  final OrganisationId paper =
      town.organisation(OrganisationKind.MEDICAL, "そらいろ療育医院", Connection.PAPER);
  final TestTown.Worker coordinator = town.worker(school, PostKind.COORDINATOR, "川辺 すず");
  final TestTown.Worker manager = town.worker(service, PostKind.SERVICE_MANAGER, "森 かなえ");
  final ChildId child = family.child("若葉", "わかば", "はる", LocalDate.of(2018, 6, 3), family.centre);
  final GuardianId mother = family.guardian(child, "若葉 みどり", Relation.MOTHER, true);
  final GuardianId father = family.guardian(child, "若葉 こう", Relation.FATHER, false);
  final SheetId sheet;

  RequestTown() {
    involved(school, InvolvementKind.ENROLMENT);
    involved(service, InvolvementKind.PROVISION);
    sheet = started();
    written("絵をかくことが好き");
    confirmed();
  }

  void involved(OrganisationId place, InvolvementKind kind) {
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(tx, child, place, kind, Period.since(LocalDate.of(2026, 4, 1))));
  }

  private <T> T write(Function<Tx, T> work) {
    return family.program.database().call(town.actor(coordinator), work);
  }

  private Sheets sheets() {
    return family.program.bean(Sheets.class);
  }

  private SheetId started() {
    return write(tx -> {
      var outcome = sheets().start(tx, NewSheet.at(school, child, "support-school", YEAR));
      return done(outcome);
    });
  }

  private static SheetId refused(SheetOutcome outcome) {
    throw new IllegalStateException(outcome.toString());
  }

  /** Writes all that the form asks for; the strengths tell one version from another. */
  void written(String strengths) {
    Answers goal =
        Answers.NONE.with(
            Address.cell("goals", "0197a1b2-0000-7000-8000-000000000001", "goal"),
            new Answer.Text("「手伝ってください」と言葉で頼む。"));
    Answers outcome =
        Answers.NONE
            .with(Address.of("teacher"), new Answer.Person("川辺 すず", null))
            .with(Address.of("written-on"), Answer.Date.of(LocalDate.of(2026, 5, 14)));
    List<Draft> parts =
        List.of(
            Draft.of(
                "state", Answers.NONE.with(Address.of("strengths"), new Answer.Text(strengths))),
            Draft.of("support", goal),
            Draft.of("outcome", outcome));
    write(tx -> {
      parts.forEach(part -> sheets().save(tx, sheet, part));
      return true;
    });
  }

  void confirmed() {
    write(tx ->
        done(
            sheets()
                .confirm(
                    tx,
                    sheet,
                    new Confirmation(
                        mother, Confirmation.Means.PAPER, tx.today(), Optional.empty()))));
  }

  /** 変更: a new version, that becomes final. */
  void amended(String strengths) {
    write(tx -> done(sheets().amend(tx, sheet)));
    written(strengths);
    confirmed();
  }

  private static SheetId done(SheetOutcome outcome) {
    return outcome instanceof SheetOutcome.Done(SheetId id, var _) ? id : refused(outcome);
  }

  /** A minute passes. */
  void later() {
    family.program.clock().set(family.program.clock().instant().plusSeconds(60));
  }

  Visitor as(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  Visitor as(GuardianId guardian) {
    return family.program.visitor().signIn(family.account(guardian));
  }

  String url() {
    return "/children/" + child + "/requests";
  }

  /** Everything that is typed to ask for two parts of the school's sheet. */
  String[] asked(ConsentId id, OrganisationId author, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "id", id.toString(),
                "place", author.toString(),
                "form", "support-school",
                "year", String.valueOf(YEAR),
                "section", "state",
                "section", "support",
                "why", "放課後の支援を、学校の目標に合わせるため",
                "needed", "R8.12.25",
                "until", "R9.3.31"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** Asked by こばと; where it is told of. */
  String ask(OrganisationId author) {
    ConsentId id = ConsentId.create();
    as(manager).post(url() + "/new", asked(id, author)).is(200);
    return "/requests/" + id;
  }

  /** Agreed to by the school, both parts. */
  String agreed() {
    String request = ask(school);
    as(coordinator).post(request + "/answer", agreement("state", "support")).is(200);
    return request;
  }

  String[] agreement(String... sections) {
    List<String> all = new ArrayList<>(List.of("answer", "agree", "sheet", sheet.toString()));
    for (String section : sections) {
      all.addAll(List.of("section", section));
    }
    return all.toArray(String[]::new);
  }

  String portal(String request) {
    return "/portal/children/"
        + child
        + "/consents/"
        + request.substring(request.lastIndexOf('/') + 1);
  }

  /** What the mother leaves chosen of a request, as her page offers it. */
  static List<String> offered(String page) {
    return java.util.regex.Pattern.compile("name=\"scope\" value=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The consent it came to, as staff see it. */
  String consent(String request) {
    return consents() + "/" + request.substring(request.lastIndexOf('/') + 1);
  }

  String consents() {
    return "/children/" + child + "/consents";
  }

  /** What a page says, without its frame. */
  static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  /** The page without what differs by itself: ids, tokens. */
  static String told(Visitor visitor, String request) {
    String page = visitor.get(request).is(200).body();
    return main(page)
        .replace(request.substring(request.lastIndexOf('/') + 1), "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  /** The signed paper comes in. */
  Visitor.Reply signed(Visitor by, String request, GuardianId giver) {
    String paper =
        "/children/"
            + child
            + "/consents/"
            + request.substring(request.lastIndexOf('/') + 1)
            + "/paper";
    String[] scope = offered(by.get(paper).is(200).body()).toArray(String[]::new);
    return by.upload(
        paper,
        "scan",
        "同意書.pdf",
        SCAN,
        "giver",
        giver.toString(),
        "on",
        "R8.11.19",
        "place",
        "職員室",
        "scope",
        scope[0]);
  }

  /** The same person has another post, too. */
  void alsoAt(TestTown.Worker worker, OrganisationId place, PostKind kind) {
    Staffing staffing = family.program.bean(Staffing.class);
    town.run(tx ->
        staffing.assign(
            tx,
            worker.staff(),
            staffing.post(tx, place, kind),
            Optional.empty(),
            TestTown.LONG_AGO,
            Optional.empty()));
  }

  /** The mother agrees to everything. */
  String readable() {
    String request = agreed();
    Visitor visitor = as(mother);
    List<String> form = new ArrayList<>(List.of("answer", "agree"));
    offered(visitor.get(portal(request)).is(200).body())
        .forEach(scope -> form.addAll(List.of("scope", scope)));
    visitor.post(portal(request), form.toArray(String[]::new)).is(200);
    return request;
  }
}
