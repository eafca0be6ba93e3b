package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ログイン中の端末: seen and ended by its owner, and by an administrator. */
class SessionsTest {
  private static final String URL = SessionsController.URL;
  private static final String EDGE =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
  private static final Pattern END =
      Pattern.compile("href=\"(/account/sessions/[0-9a-f-]{36}/end)");

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker worker;
  private TestTown.Worker admin;

  @BeforeEach
  void somebody() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    worker = town.worker(office, PostKind.ADMINISTRATOR, "白石 なぎさ");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
  }

  private Visitor with(String userAgent, String address) {
    return program.visitor(address).header("User-Agent", userAgent).signIn(worker);
  }

  private List<String> traced(Action action) {
    return town.trace(action).stream().map(row -> row.getDetail().data()).toList();
  }

  private static String end(Visitor.Reply page) {
    var found = END.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  @Test
  void theOwnerSeesWhereAndSinceWhenInPlainWords() {
    with(IPHONE, "127.0.0.51");
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(20)));
    Visitor here = with(EDGE, "127.0.0.52");
    String page = here.get(URL).is(200).text();
    assertThat(page)
        .contains("Windowsのパソコン（Edge）", "iPhone（Safari）", "10:00にログイン", "10:20にログイン")
        .doesNotContain("Mozilla", "127.0.0");
    assertThat(page.indexOf("この端末")).as("first of all").isLessThan(page.indexOf("iPhone"));
    assertThat(END.matcher(page).results()).as("this one is not ended here").hasSize(1);
  }

  @Test
  void oneOfThemIsEndedAfterAQuestion() {
    Visitor lost = with(IPHONE, "127.0.0.53");
    Visitor here = with(EDGE, "127.0.0.54");
    String end = end(here.get(URL));
    assertThat(here.get(end).is(200).text()).contains("終わらせますか", "iPhone（Safari）");
    lost.get(URL).is(200);
    assertThat(here.post(end).is(200).text())
        .contains("その端末のログインを終わらせました")
        .doesNotContain("iPhone");
    assertThat(lost.get(URL).path()).isEqualTo("/sign-in");
    assertThat(traced(Action.SIGN_OUT)).singleElement().asString().contains("ended.one");
    here.post(end).is(404);
    here.get(end).is(404);
  }

  @Test
  void allButThisOneAreEnded() {
    Visitor one = with(IPHONE, "127.0.0.55");
    Visitor two = with(IPHONE, "127.0.0.56");
    Visitor here = with(EDGE, "127.0.0.57");
    here.get(URL + "/others/end").is(200);
    here.post(URL + "/others/end").is(200);
    assertThat(one.get(URL).path()).isEqualTo("/sign-in");
    assertThat(two.get(URL).path()).isEqualTo("/sign-in");
    assertThat(here.get(URL).is(200).body()).doesNotContain("/others/end");
    here.get(URL + "/others/end").is(404);
    assertThat(traced(Action.SIGN_OUT)).singleElement().asString().contains("ended.others");
  }

  @Test
  void nobodyEndsWhatIsNotTheirs() {
    Visitor here = with(EDGE, "127.0.0.58");
    with(IPHONE, "127.0.0.59");
    String end = end(here.get(URL));
    Visitor other = program.visitor("127.0.0.60").signIn(admin);
    other.get(end).is(404);
    other.post(end).is(404);
    other.post(URL + "/" + UUID.randomUUID() + "/end").is(404);
    assertThat(END.matcher(here.get(URL).body()).results()).hasSize(1);
  }

  @Test
  void anAdministratorEndsAllOfSomebody() {
    Visitor phone = with(IPHONE, "127.0.0.61");
    Visitor desk = with(EDGE, "127.0.0.62");
    Visitor administrator = program.visitor("127.0.0.63").signIn(admin);
    String url = "/staff/" + worker.staff() + "/sessions";
    assertThat(administrator.get("/staff/" + worker.staff()).body()).contains(url);
    assertThat(administrator.get(url).is(200).text()).contains("iPhone（Safari）", "白石 なぎさ");
    assertThat(administrator.post(url).is(200).text()).contains("すべて終わらせました");
    assertThat(phone.get(URL).path()).isEqualTo("/sign-in");
    assertThat(desk.get(URL).path()).isEqualTo("/sign-in");
    assertThat(administrator.get(url).is(200).text()).contains("どこにもログインしていません");
    assertThat(traced(Action.ADMINISTER)).anyMatch(detail -> detail.contains("ended.all"));
    Visitor elsewhere = program.visitor("127.0.0.64");
    var far = program.newTown();
    var office = far.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    elsewhere.signIn(far.worker(office, PostKind.ADMINISTRATOR, "水野 しおり"));
    elsewhere.get(url).is(404);
    elsewhere.post(url).is(404);
  }

  @Test
  void whoChangesWhatOneSignsInWithEndsTheSessionsElsewhere() {
    Visitor here = with(EDGE, "127.0.0.73");
    String pin = "/account/pin";
    for (String[] form : new String[][] {{"pin", "275915", "again", "275915"}, {}}) {
      Visitor elsewhere = with(IPHONE, "127.0.0.74");
      here.post(form.length == 0 ? pin + "/end" : pin, form).is(200);
      assertThat(elsewhere.get(URL).path()).isEqualTo("/sign-in");
      assertThat(here.get(URL).path()).isEqualTo(URL);
    }
    Visitor elsewhere = with(IPHONE, "127.0.0.75");
    here.post(pin, "pin", "275915", "again", "275916").is(422);
    assertThat(elsewhere.get(URL).path()).as("nothing was changed").isEqualTo(URL);
  }

  /** Twelve hours after it began, however busy one was. */
  @Test
  void nobodyStaysSignedInLongerThanTwelveHours() {
    Visitor visitor = with(EDGE, "127.0.0.68");
    Duration since = Duration.ZERO;
    while (since.plusMinutes(50).compareTo(Sessions.OLDEST) < 0) {
      since = since.plusMinutes(50);
      program.clock().set(TestClock.START.plus(since));
      assertThat(visitor.get(URL).is(200).path()).as("after " + since).isEqualTo(URL);
    }
    program.clock().set(TestClock.START.plus(Sessions.OLDEST));
    assertThat(visitor.get(URL).path()).isEqualTo("/sign-in");
  }

  @Test
  void whatIsOverForLongIsRemoved() {
    with(EDGE, "127.0.0.69");
    with(EDGE, "127.0.0.70");
    assertThat(kept()).isEqualTo(2);
    program.clock().set(TestClock.START.plus(Duration.ofDays(7)));
    with(EDGE, "127.0.0.71");
    assertThat(kept()).as("the week is not over").isEqualTo(3);
    program.clock().set(TestClock.START.plus(Duration.ofDays(8)));
    // a hundred at a time, those of other tests among them
    for (int times = 0; times < 20 && kept() > 1; times++) {
      program.visitor("127.0.0.72").signIn(admin);
    }
    assertThat(kept()).isOne();
  }

  private int kept() {
    var account = DSL.field(DSL.name("account_id"), UUID.class);
    UUID mine = worker.account().value();
    return town.call(
        tx -> tx.sql().fetchCount(DSL.table(DSL.name("infra", "session")), account.eq(mine)));
  }

  @Test
  void howLongASessionLastsWithoutARequestIsASetting() {
    town.run(tx -> Municipality.set(tx, Sessions.IDLE_SETTING, "10"));
    Visitor visitor = with(EDGE, "127.0.0.65");
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(9)));
    visitor.get(URL).is(200);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(18)));
    visitor.get(URL).is(200);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(28)));
    assertThat(visitor.get(URL).path()).isEqualTo("/sign-in");
    assertThat(town.<List<?>>call(tx -> SessionSql.of(tx, worker.account()))).isEmpty();
  }

  @Test
  void familiesHaveItToo() {
    FamilyTown family = new FamilyTown();
    String login = family.account(family.mother);
    Visitor phone = program.visitor("127.0.0.66").header("User-Agent", IPHONE).signIn(login);
    Visitor shared = program.visitor("127.0.0.67").header("User-Agent", EDGE).signIn(login);
    assertThat(phone.get("/portal").body()).contains(URL);
    Visitor.Reply page = phone.get(URL).is(200);
    assertThat(page.text()).contains("Windowsのパソコン（Edge）");
    phone.post(end(page)).is(200);
    assertThat(shared.get("/portal").path()).isEqualTo("/sign-in");
  }

  @Test
  void atADeskAndOnAPhone() {
    with(IPHONE, "127.0.0.68");
    look(TestBrowser.desktop(program), "");
    look(TestBrowser.phone(program), "-phone");
  }

  private void look(TestBrowser opened, String size) {
    try (var browser = opened) {
      browser.signIn(worker).visit(URL).screenshot("sessions" + size);
      browser.follow("終わらせる").screenshot("session-end" + size);
      browser.press("ログインを終わらせる").shows("終わらせました");
      browser.visit("/staff/" + admin.staff() + "/sessions").screenshot("staff-no-session" + size);
      with(IPHONE, "127.0.0.69");
    }
  }

  /** Sent twice at once the form changes the session once, and nobody is signed out by it. */
  @Test
  void whoShowsThePasswordTwiceAtOnceStaysSignedIn() {
    var staff =
        new Membership(
            worker.account(), worker.tenant(), Membership.Kind.STAFF, worker.staff().value());
    String cookie =
        program
            .database()
            .call(
                town.actor(worker),
                tx ->
                    program
                        .bean(Sessions.class)
                        .begin(tx, staff, BrowserKind.of(EDGE), Sessions.Shown.PASSWORD));
    ShownAgain again = program.bean(ShownAgain.class);
    String fresh =
        program
            .database()
            .call(town.actor(worker), tx -> again.shown(tx, cookie, Proof.PASSWORD))
            .orElseThrow();
    var second =
        program.database().call(town.actor(worker), tx -> again.shown(tx, cookie, Proof.PASSWORD));
    assertThat(second).isEmpty();
    assertThat(fresh).isNotEqualTo(cookie);
    assertThat(town.trace(Action.PASSWORD_SHOWN)).hasSize(1);
  }

  @Test
  void whatABrowserCallsItselfIsReadAsOneWouldSayIt() {
    assertThat(List.of(EDGE, IPHONE, "", "curl/8.5").stream().map(BrowserKind::of))
        .extracting(BrowserKind::kept)
        .containsExactly("WINDOWS EDGE", "IPHONE SAFARI", "OTHER OTHER", "OTHER OTHER");
    assertThat(BrowserKind.kept("IPHONE SAFARI")).isEqualTo(BrowserKind.of(IPHONE));
  }
}
