package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.junit.jupiter.api.Test;

/**
 * Every route about a child, its sheet or a paper, by everybody who has nothing to do with the
 * child: it is not there, and nothing of the child is in the trace (SECURITY: invariants 1, 3, 5).
 * The routes are read from the program, so a new one is asked too.
 */
class RouteMatrixTest {
  private static final List<String> OF_STAFF = List.of("/children/{", "/sheets/{", "/issues/{");
  private static final String OF_FAMILY = "/portal/children/{";

  private static final int FEWEST = 60;

  /** What some forms must send; without it nobody gets so far. */
  private static final String[] SENT = {
    "kind",
    "USE",
    "answer",
    "agree",
    "language",
    "ja",
    "entry",
    "2027-04-01",
    "purpose",
    "MEETING",
    "code",
    "x",
    "consent",
    UUID.randomUUID().toString(),
    "receiver",
    UUID.randomUUID().toString(),
    "form",
    UUID.randomUUID().toString()
  };

  private final FamilyTown family = new FamilyTown();
  private final SheetId sheet =
      new PrintTown(family.program, family.town)
          .sheet(family.child, family.centre, "support-nursery", ItemState.FINAL, "積み木");
  private final String issue =
      family
          .program
          .visitor()
          .signIn(family.counsellor)
          .post("/sheets/" + sheet + "/print", "purpose", "talk")
          .is(200)
          .path();

  /** What the trace has of the child. */
  private int rows() {
    return (int)
        family.town.trace().stream()
            .filter(row ->
                family.child.equals(row.getChildId())
                    || family.town.shownBy(row).contains(family.child))
            .count();
  }

  private static List<Routes.Route> routes(Predicate<String> which) {
    return Routes.ofTheProgram().all().stream().filter(route -> which.test(route.path())).toList();
  }

  private static boolean ofStaff(String path) {
    return OF_STAFF.stream().anyMatch(path::startsWith);
  }

  private String asked(Routes.Route route) {
    String path = route.path();
    if (path.startsWith("/issues/{")) {
      return path.replaceFirst("/issues/\\{[^}]+}", issue);
    }
    String id = path.startsWith("/sheets/{") ? sheet.toString() : family.child.toString();
    return path.replaceFirst("\\{[^}]+}", id)
        .replace("{guardian}", family.mother.toString())
        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private List<String> answered(
      Visitor who, List<Routes.Route> routes, Predicate<Visitor.Reply> no) {
    List<String> wrong = new ArrayList<>();
    for (Routes.Route route : routes) {
      String path = asked(route);
      Visitor.Reply reply =
          route.method().equals("GET") ? who.get(path + "?kind=USE") : who.post(path, SENT);
      if (!no.test(reply)) {
        wrong.add(route.method() + " " + route.path() + " " + reply.status() + " " + reply.path());
      }
    }
    return wrong;
  }

  private void nothingIsThere(Visitor who, Predicate<String> which) {
    List<Routes.Route> routes = routes(which);
    int before = rows();
    assertThat(answered(who, routes, reply -> reply.status() == 404)).isEmpty();
    assertThat(rows()).as("rows of the child in the trace").isEqualTo(before);
  }

  @Test
  void thereAreMany() {
    assertThat(routes(RouteMatrixTest::ofStaff)).hasSizeGreaterThan(FEWEST);
    assertThat(routes(path -> path.startsWith(OF_FAMILY))).hasSizeGreaterThan(10);
  }

  @Test
  void nobodySignedInIsSentToSignIn() {
    List<Routes.Route> routes = routes(path -> ofStaff(path) || path.startsWith(OF_FAMILY));
    int before = rows();
    assertThat(
            answered(
                family.program.visitor(),
                routes,
                reply -> reply.path().startsWith("/sign-in") || reply.status() == 404))
        .isEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whoeverLeadsAnotherPlaceFindsNothing() {
    var other = family.town.organisation(OrganisationKind.CENTRE, "となりのセンター");
    TestTown.Worker stranger = family.town.worker(other, PostKind.CENTRE_HEAD, "白石 さき");
    nothingIsThere(family.program.visitor().signIn(stranger), RouteMatrixTest::ofStaff);
  }

  @Test
  void whoeverLeadsInAnotherMunicipalityFindsNothing() {
    TestTown far = family.program.newTown();
    var centre = far.organisation(OrganisationKind.CENTRE, "ほかの市のセンター");
    TestTown.Worker stranger = far.worker(centre, PostKind.CENTRE_HEAD, "白石 とおる");
    nothingIsThere(family.program.visitor().signIn(stranger), RouteMatrixTest::ofStaff);
  }

  @Test
  void whoeverAdministersOrAuditsFindsNothing() {
    var office = family.town.organisation(OrganisationKind.CITY_OFFICE, "つなぎ市 情報課");
    for (PostKind post : List.of(PostKind.ADMINISTRATOR, PostKind.AUDITOR)) {
      TestTown.Worker worker = family.town.worker(office, post, "白石 " + post);
      nothingIsThere(family.program.visitor().signIn(worker), RouteMatrixTest::ofStaff);
    }
  }

  @Test
  void aGuardianOfAnotherChildFindsNothing() {
    ChildId other = family.child("若葉", "わかば", "みのる", PrintTown.BIRTH, family.centre);
    GuardianId guardian = family.guardian(other, "若葉 かおる", Relation.MOTHER, true);
    Visitor visitor = family.program.visitor().signIn(family.account(guardian));
    nothingIsThere(visitor, path -> ofStaff(path) || path.startsWith(OF_FAMILY));
  }

  @Test
  void familyAndStaffDoNotWalkThroughEachOthersDoors() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    nothingIsThere(mother, RouteMatrixTest::ofStaff);
    Visitor counsellor = family.program.visitor().signIn(family.counsellor);
    nothingIsThere(counsellor, path -> path.startsWith(OF_FAMILY));
  }
}
