package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** この園の端末: one PC for everybody at a 園, without private phones (F1). */
class TerminalTest {
  private static final String PIN = "275915";
  private static final Pattern END = Pattern.compile("href=\"(/terminals/[0-9a-f-]{36}/end)\"");

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private OrganisationId nursery;
  private TestTown.Worker head;
  private TestTown.Worker teacher;
  private Visitor desk;

  @BeforeEach
  void aNurseryWithOnePc() {
    nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    head = town.worker(nursery, PostKind.NURSERY_HEAD, "花園 みつ");
    teacher = town.worker(nursery, PostKind.NURSERY_TEACHER, "小川 なぎさ");
    town.run(FactorPolicy.OFFERED::decide);
    desk = program.visitor("127.0.0.71").signIn(head);
  }

  private void register() {
    String id = UUID.randomUUID().toString();
    desk.post("/terminals/new", "id", id, "place", nursery.toString(), "name", "職員室のパソコン").is(200);
  }

  private void pin(Visitor visitor, String pin) {
    assertThat(visitor.post("/account/pin", "pin", pin, "again", pin).is(200).text())
        .contains("PINを決めました");
  }

  /** Signs in at the desk with the password, sets a PIN, leaves. */
  private void pinOf(TestTown.Worker worker) {
    desk.signIn(worker);
    pin(desk, PIN);
    desk.post("/sign-out");
  }

  private Visitor.Reply typed(TestTown.Worker worker, String pin) {
    desk.get(SignInPinController.URL);
    return desk.post(SignInPinController.URL, "person", worker.staff().toString(), "pin", pin);
  }

  private List<String> traced(Action action) {
    return town.trace(action).stream()
        .filter(row -> row.getDetail() != null)
        .map(row -> row.getDetail().data())
        .toList();
  }

  @Test
  void theHeadRegistersTheBrowserAndEverybodyChangesByNameAndPin() {
    register();
    assertThat(desk.get("/terminals").text())
        .contains("職員室のパソコン", "花園 みつさんが登録", "まだログインした人はいません", "いまお使いのこの端末");
    assertThat(traced(Action.TERMINAL)).singleElement().asString().contains("registered");
    pinOf(head);
    pinOf(teacher);
    String door = desk.get("/sign-in").is(200).text();
    assertThat(desk.get("/sign-in").path()).isEqualTo(SignInPinController.URL);
    assertThat(door).contains("みどり保育園の端末", "小川 なぎさ", "園長").doesNotContain(teacher.login());
    Visitor.Reply in = typed(teacher, PIN).is(200);
    assertThat(in.text()).contains("小川 なぎさ", "交代する");
    Visitor before = desk.copy();
    typed(head, PIN).is(200);
    assertThat(before.get("/account/sessions").path()).startsWith("/sign-in");
    assertThat(traced(Action.SIGN_IN)).filteredOn(row -> row.contains("terminal.pin")).hasSize(2);
    assertThat(traced(Action.PIN)).hasSize(2);
    assertThat(desk.get("/terminals").path()).isEqualTo("/terminals");
  }

  @Test
  void theTerminalIsTheSecondFactorAndActsForItsPlaceOnly() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    town.run(tx -> {
      var staffing = program.bean(Staffing.class);
      staffing.assign(
          tx,
          teacher.staff(),
          staffing.post(tx, centre, PostKind.COUNSELLOR),
          Optional.empty(),
          TestTown.LONG_AGO,
          Optional.empty());
      FactorPolicy.REQUIRED.decide(tx);
    });
    register();
    desk.signIn(teacher);
    assertThat(desk.get("/account/pin").path()).isEqualTo("/account/pin");
    String frame = desk.get("/").is(200).text();
    assertThat(frame).contains("みどり保育園").doesNotContain("海辺の発達支援センター");
    Visitor own = program.visitor("127.0.0.72");
    assertThat(own.signIn(teacher.login(), TestTown.PASSWORD).path())
        .isEqualTo(SecondFactorController.URL);
    var stranger = town.worker(centre, PostKind.COUNSELLOR, "水野 しおり");
    assertThat(desk.signIn(stranger.login(), TestTown.PASSWORD).path())
        .as("no post there: as everywhere")
        .isEqualTo(SecondFactorController.URL);
  }

  @Test
  void wrongPinsAskForThePasswordThereAndNowhereElse() throws Exception {
    register();
    pinOf(teacher);
    Visitor other = secondTerminal();
    for (int slip = 0; slip < SignInPin.MOST; slip++) {
      assertThat(typed(teacher, "99991" + slip).is(422).text()).contains("PINが違います");
    }
    assertThat(typed(teacher, PIN).is(422).text()).contains("パスワードでログインしてください");
    program.bean(RefusedSignIns.class).written().get();
    assertThat(town.trace(Action.SIGN_IN_REFUSED))
        .extracting(row -> row.getActorKind() + " " + row.getPurpose())
        .containsExactly(
            "JOB PIN_WRONG",
            "JOB PIN_WRONG",
            "JOB PIN_WRONG",
            "JOB PIN_WRONG",
            "JOB PIN_WRONG",
            "JOB SIGN_IN_WAIT");
    assertThat(traced(Action.SIGN_IN_REFUSED))
        .allMatch(detail -> detail.contains(teacher.staff().toString()));
    program.clock().set(TestClock.START.plus(Duration.ofDays(1)));
    typed(teacher, PIN).is(422);
    other.get(SignInPinController.URL);
    other.post(SignInPinController.URL, "person", teacher.staff().toString(), "pin", PIN).is(200);
    assertThat(other.get("/account/sessions").is(200).path()).isEqualTo("/account/sessions");
    desk.signIn(teacher).post("/sign-out");
    typed(teacher, PIN).is(200);
  }

  private Visitor secondTerminal() {
    Visitor other = program.visitor("127.0.0.73").signIn(head);
    String id = UUID.randomUUID().toString();
    other.post("/terminals/new", "id", id, "place", nursery.toString(), "name", "2号機").is(200);
    return other;
  }

  @Test
  void aSlipThatIsFollowedByThePinDoesNotCount() {
    register();
    pinOf(teacher);
    for (int day = 0; day < 3; day++) {
      for (int slip = 1; slip < SignInPin.MOST; slip++) {
        typed(teacher, "999912").is(422);
      }
      typed(teacher, PIN).is(200);
    }
  }

  @Test
  void elsewhereThePinIsNothing() {
    register();
    pinOf(teacher);
    Visitor home = program.visitor("127.0.0.74");
    assertThat(home.get(SignInPinController.URL).path()).startsWith("/sign-in?");
    home.get("/sign-in");
    home.post(SignInPinController.URL, "person", teacher.staff().toString(), "pin", PIN).is(422);
    assertThat(traced(Action.SIGN_IN)).noneMatch(row -> row.contains("terminal.pin"));
    Terminals terminals = program.bean(Terminals.class);
    assertThat(terminals.of(town.tenant() + "." + UUID.randomUUID() + ".AAAA")).isEmpty();
    assertThat(terminals.of("..")).isEmpty();
    assertThat(terminals.of(terminals.cookie(town.tenant(), UUID.randomUUID()))).isEmpty();
  }

  @Test
  void endingTheRegistrationEndsTheSessionsThere() {
    register();
    pinOf(teacher);
    typed(teacher, PIN).is(200);
    Visitor elsewhere = program.visitor("127.0.0.75").signIn(head);
    var found = END.matcher(elsewhere.get("/terminals").body());
    assertThat(found.find()).isTrue();
    String end = found.group(1);
    elsewhere.get(end).is(200);
    assertThat(elsewhere.post(end).is(200).text()).contains("登録をやめました");
    elsewhere.post(end).is(404);
    assertThat(desk.get("/account/sessions").path()).isEqualTo("/sign-in");
    typed(teacher, PIN).is(422);
    assertThat(traced(Action.TERMINAL)).hasSize(2);
  }

  @Test
  void aSessionThereIsShorterAndThatIsASetting() {
    town.run(tx -> Municipality.set(tx, Sessions.TERMINAL_IDLE_SETTING, "5"));
    register();
    pinOf(teacher);
    typed(teacher, PIN).is(200);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(4)));
    desk.get("/account/sessions").is(200);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(10)));
    assertThat(desk.get("/account/sessions").path()).startsWith("/sign-in");
  }

  @Test
  void whoCameInByPinShowsThePasswordBeforeWhatIsSensitive() {
    register();
    pinOf(head);
    typed(head, PIN).is(200);
    for (String path : List.of("/account/pin", "/terminals/new", SecondFactorController.URL)) {
      assertThat(desk.get(path).path()).as(path).startsWith(AgainController.URL);
    }
    assertThat(desk.post("/account/pin", "pin", "482716", "again", "482716").path())
        .startsWith(AgainController.URL);
    String to = "/account/pin";
    desk.post(AgainController.URL, "to", to, "password", "not this one").is(422);
    assertThat(desk.post(AgainController.URL, "to", to, "password", TestTown.PASSWORD).path())
        .isEqualTo(to);
    pin(desk, "482716");
    assertThat(town.trace(Action.PASSWORD_SHOWN)).hasSize(1);
    assertThat(
            desk.post(AgainController.URL, "to", "//evil.example/", "password", TestTown.PASSWORD)
                .path())
        .doesNotContain("evil");
    program.clock().set(TestClock.START.plus(AfterPassword.TO_SEE));
    assertThat(desk.get(to).path()).startsWith(AgainController.URL);
  }

  @Test
  void theHeadTakesAwayAPinThatWasForgotten() {
    register();
    pinOf(teacher);
    desk.signIn(head);
    String end = PinEndController.url(teacher.staff());
    assertThat(desk.get("/terminals").body()).contains(end);
    assertThat(desk.get(end).is(200).text()).contains("小川 なぎさ");
    assertThat(desk.post(end).is(200).text()).contains("PINを消しました");
    desk.post(end).is(404);
    assertThat(desk.get("/sign-in").path()).isEqualTo("/sign-in");
    assertThat(traced(Action.PIN)).hasSize(2);
    pinOf(teacher);
    typed(teacher, PIN).is(200);
    desk.get(end).is(404);
    desk.get("/terminals").is(404);
  }

  @Test
  void whoAnswersForAnotherPlaceNeitherSeesNorEndsIt() {
    register();
    pinOf(teacher);
    desk.signIn(head);
    var found = END.matcher(desk.get("/terminals").body());
    assertThat(found.find()).isTrue();
    var other = town.organisation(OrganisationKind.NURSERY, "わかくさ保育園");
    Visitor stranger = program.visitor("127.0.0.76");
    stranger.signIn(town.worker(other, PostKind.NURSERY_HEAD, "井上 きみこ"));
    assertThat(stranger.get("/terminals").is(200).text()).doesNotContain("みどり");
    stranger.get(found.group(1)).is(404);
    stranger.post(found.group(1)).is(404);
    stranger.post(PinEndController.url(teacher.staff())).is(404);
    stranger
        .post(
            "/terminals/new",
            "id",
            UUID.randomUUID().toString(),
            "place",
            nursery.toString(),
            "name",
            "よその端末")
        .is(404);
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    Visitor admin = program.visitor("127.0.0.77");
    admin.signIn(town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで"));
    assertThat(admin.get("/terminals").is(200).text()).contains("みどり保育園", "職員室のパソコン");
    admin.post(found.group(1)).is(200);
  }

  @Test
  void aPinIsRefusedInWords() {
    Visitor own = program.visitor("127.0.0.78").signIn(teacher);
    assertThat(own.post("/account/pin", "pin", "123456", "again", "123456").is(422).text())
        .contains("続き番号");
    assertThat(own.post("/account/pin", "pin", "850314", "again", "850314").is(422).text())
        .contains("誕生日");
    assertThat(own.post("/account/pin", "pin", PIN, "again", "275916").is(422).text())
        .contains("2回の入力が違います");
    assertThat(traced(Action.PIN)).isEmpty();
    pin(own, PIN);
    assertThat(own.post("/account/pin/end").is(200).text()).contains("PINをやめました");
    assertThat(traced(Action.PIN)).hasSize(2);
    assertThat(town.<Optional<?>>call(tx -> PinSql.since(tx, teacher.staff()))).isEmpty();
  }

  @Test
  void aFormSentTwiceRegistersOnce() {
    String id = UUID.randomUUID().toString();
    for (int press = 0; press < 2; press++) {
      desk.post("/terminals/new", "id", id, "place", nursery.toString(), "name", "1号機").is(200);
    }
    assertThat(traced(Action.TERMINAL)).filteredOn(row -> row.contains("registered")).hasSize(1);
    assertThat(END.matcher(desk.get("/terminals").body()).results()).hasSize(1);
    assertThat(desk.post("/terminals/new", "id", id, "place", nursery.toString()).is(422).text())
        .contains("端末の名前を");
  }
}
