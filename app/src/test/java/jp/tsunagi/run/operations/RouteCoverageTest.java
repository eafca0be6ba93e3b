package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.run.operations.Routes.Route;
import org.junit.jupiter.api.Test;

/** Every route states who may come and which row it leaves (SECURITY: invariant 8). */
class RouteCoverageTest {
  private final List<Route> routes = Routes.ofTheProgram().all();

  @Test
  void everyRouteStatesItsPermissionAndItsAuditRow() {
    assertThat(routes).hasSizeGreaterThan(4);
    assertThat(routes)
        .allSatisfy(route -> {
          assertThat(route.permission()).as(route.handler()).isPresent();
          assertThat(route.audit()).as(route.handler()).isPresent();
        });
  }

  /** A route that changes something leaves a row; what anybody may see is a short, known list. */
  @Test
  void whatAnybodyMayDoIsKnown() {
    assertThat(routes)
        .filteredOn(route -> route.permission().orElseThrow().equals("PUBLIC"))
        .extracting(route -> route.method() + " " + route.path())
        .isSubsetOf(PUBLIC);
    assertThat(routes)
        .filteredOn(route -> !route.method().equals("GET"))
        .filteredOn(route -> !READING.contains(route.method() + " " + route.path()))
        .allSatisfy(route ->
            assertThat(route.audit().orElseThrow()).as(route.handler()).isNotEqualTo("NONE"));
  }

  /** Everywhere else a refused form shows the child again, and leaves the row of a view. */
  @Test
  void whichRefusalsShowOnlyWhatWasTypedIsKnown() {
    assertThat(routes)
        .filteredOn(Route::onlyTyped)
        .extracting(route -> route.method() + " " + route.path())
        .isSubsetOf(
            "POST /children",
            "POST /children/new",
            "POST /consents/reference",
            "POST /import/children");
  }

  private static final List<String> PUBLIC =
      List.of(
          "GET /",
          "GET /health",
          "GET /setup",
          "POST /setup",
          "GET /sign-in",
          "POST /sign-in",
          "GET /sign-in/code",
          "POST /sign-in/code",
          "POST /sign-in/code/passkey",
          "GET /sign-in/invitation",
          "POST /sign-in/invitation",
          "POST /sign-in/invitation/account",
          "GET /sign-in/membership",
          "POST /sign-in/membership",
          "GET /sign-in/passkey",
          "POST /sign-in/passkey",
          "POST /sign-in/provider",
          "GET /sign-in/provider/return",
          "GET /sign-in/pin",
          "POST /sign-in/pin",
          "GET /sign-in/again",
          "POST /sign-in/again",
          "POST /sign-in/again/code",
          "POST /sign-in/again/code/passkey",
          "POST /sign-in/again/passkey",
          "POST /sign-in/again/membership",
          "POST /sign-in/again/pin",
          "POST /reading",
          "GET /portal/invitation",
          "POST /portal/invitation/existing",
          "POST /portal/invitation");

  /**
   * Posted, because a name does not belong into an address: the search of staff, who are no
   * children, and the way to the covered address of a search or a list, which itself shows nothing.
   * The choice of furigana and language is a cookie of the browser's own. The way to the identity
   * provider begins by the button at our door alone; nothing of us changes by it.
   */
  private static final List<String> READING =
      List.of(
          "POST /staff/search",
          "POST /children/search",
          "POST /lists/{list}/narrowing",
          "POST /reading",
          "POST /sign-in/provider",
          "POST /sign-in/invitation",
          "POST /portal/invitation/existing");
}
