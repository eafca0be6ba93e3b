package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/**
 * Whoever sees a child in an emergency alone changes nothing of it: every route about a child that
 * states a change is sent by a hub that may do all of it for its own children (ADR 10).
 */
class OnlookerTest {
  private static final Pattern CHANGES =
      Pattern.compile(
          Arrays.stream(Action.values())
              .filter(Action::changesRecord)
              .map(Enum::name)
              .collect(Collectors.joining("|")));

  private final FamilyTown family = new FamilyTown();
  private final String page = "/children/" + family.child;

  @Test
  void inAnEmergencyNothingIsChanged() {
    var other = family.town.organisation(OrganisationKind.CENTRE, "となりのセンター");
    var stranger = family.town.worker(other, PostKind.CENTRE_HEAD, "白石 さき");
    Visitor visitor = family.program.visitor().signIn(stranger);
    visitor
        .post(
            "/emergency",
            "id",
            UUID.randomUUID().toString(),
            "name",
            "青空 ひなた",
            "birth",
            "R4.6.3",
            "reason",
            "LIFE",
            "note",
            "命に関わる、持病を知りたい。")
        .is(200);
    visitor.get(page).is(200);
    List<Routes.Route> changing =
        Routes.ofTheProgram().all().stream()
            .filter(route -> route.path().startsWith("/children/{"))
            .filter(route -> !route.path().equals("/children/{child}/blocks"))
            .filter(route -> CHANGES.matcher(route.audit().orElse("")).find())
            .toList();
    assertThat(changing).hasSizeGreaterThan(20);
    for (Routes.Route route : changing) {
      String path =
          route
              .path()
              .replaceFirst("\\{[^}]+}", family.child.toString())
              .replace("{guardian}", family.mother.toString())
              .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
      var reply = route.method().equals("GET") ? visitor.get(path) : visitor.post(path);
      assertThat(reply.status()).as(route.method() + " " + route.path()).isEqualTo(404);
    }
    visitor.get(page + "/objections").is(404);
    visitor.get(page + "/laws").is(404);
  }
}
