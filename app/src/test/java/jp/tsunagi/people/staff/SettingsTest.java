package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the municipality has decided is seen and changed by its administrators. */
class SettingsTest {
  private static final String URL = SettingsController.URL;
  private static final Pattern SEEN =
      Pattern.compile("name=\"seen\\.([a-z.-]+)\" value=\"([^\"]*)\"");

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker admin;
  private TestTown.Worker other;

  @BeforeEach
  void administrators() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    other = town.worker(office, PostKind.ADMINISTRATOR, "水野 しおり");
  }

  /** The form of a page as it would be sent, with these values in it. */
  private static Visitor.Reply send(Visitor visitor, String page, Map<String, String> typed) {
    List<String> fields = new ArrayList<>();
    SEEN.matcher(page)
        .results()
        .forEach(found -> {
          fields.addAll(List.of("seen." + found.group(1), found.group(2)));
          fields.addAll(
              List.of(found.group(1), typed.getOrDefault(found.group(1), found.group(2))));
        });
    return visitor.post(URL, fields.toArray(String[]::new));
  }

  private List<String> traced() {
    return town.trace(Action.ADMINISTER).stream().map(row -> row.getDetail().data()).toList();
  }

  private String setting(String name) {
    return town.call(tx -> Municipality.setting(tx, name)).orElse("");
  }

  @Test
  void aChangeSaysWhoMadeItAndLeavesItsRow() {
    Visitor visitor = program.visitor().signIn(admin);
    String page = visitor.get(URL).is(200).text();
    assertThat(page).contains("2段階ログイン", "いつもは「60分」", "照合", "台帳");
    send(visitor, page, Map.of("session.idle", "30", "match.daily", "40")).is(200);
    assertThat(setting("session.idle")).isEqualTo("30");
    assertThat(setting("match.daily")).isEqualTo("40");
    assertThat(traced())
        .hasSize(2)
        .anyMatch(row -> row.contains("session.idle=30"))
        .anyMatch(row -> row.contains("match.daily=40"));
    String after = program.visitor("127.0.0.91").signIn(other).get(URL).is(200).text();
    assertThat(after).contains("森田 かえでさんが変更");
  }

  @Test
  void theSecondFactorIsRequiredFromTheNextSignInOn() {
    Visitor visitor = program.visitor().signIn(admin);
    send(visitor, visitor.get(URL).body(), Map.of("staff.second-factor", "required")).is(200);
    visitor.get(URL).is(200);
    assertThat(program.visitor("127.0.0.92").signIn(other.login(), TestTown.PASSWORD).path())
        .isEqualTo(SecondFactorController.URL);
  }

  @Test
  void whatIsNoValueIsRefusedInWords() {
    Visitor visitor = program.visitor().signIn(admin);
    String page = visitor.get(URL).body();
    assertThat(send(visitor, page, Map.of("session.idle", "1000")).is(422).text())
        .contains("5から240まで", "1000");
    send(visitor, page, Map.of("staff.second-factor", "never")).is(422);
    assertThat(send(visitor, page, Map.of()).is(422).text()).contains("変わったところはありません");
    assertThat(traced()).isEmpty();
  }

  @Test
  void aChangeOfAnotherAdministratorIsNotUndoneUnawares() {
    Visitor visitor = program.visitor().signIn(admin);
    String page = visitor.get(URL).body();
    Visitor second = program.visitor("127.0.0.93").signIn(other);
    send(second, second.get(URL).body(), Map.of("session.idle", "20")).is(200);
    String refused = send(visitor, page, Map.of("session.idle", "90")).is(422).text();
    assertThat(refused).contains("いまは「20分」").contains("value=\"90\"");
    send(visitor, page, Map.of("match.daily", "50")).is(200);
    assertThat(setting("session.idle")).as("left alone, not put back").isEqualTo("20");
    assertThat(send(visitor, page, Map.of("match.daily", "50")).is(422).text())
        .as("sent twice")
        .contains("変わったところはありません");
    assertThat(traced()).hasSize(2);
  }

  @Test
  void thePasswordIsAskedForAndOthersHaveNoSuchPage() {
    Visitor visitor = program.visitor().signIn(admin);
    program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE));
    assertThat(visitor.get(URL).path()).startsWith(AgainController.URL);
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    Visitor counsellor = program.visitor("127.0.0.94");
    counsellor.signIn(town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ"));
    counsellor.get(URL).is(404);
    counsellor.post(URL, "session.idle", "5").is(404);
  }

  @Test
  void atADeskAndOnAPhone() {
    for (String size : List.of("", "-phone")) {
      try (var browser =
          size.isEmpty() ? TestBrowser.desktop(program) : TestBrowser.phone(program)) {
        browser.signIn(admin).visit(URL).screenshot("settings" + size);
        String minutes = size.isEmpty() ? "30" : "45";
        browser.page().locator("[name='session.idle']").fill("1");
        browser.press("設定を変える").shows("5から240まで").screenshot("settings-refused" + size);
        browser.page().locator("[name='session.idle']").fill(minutes);
        browser.press("設定を変える").shows("設定を変えました").shows("森田 かえでさんが変更");
      }
    }
  }
}
