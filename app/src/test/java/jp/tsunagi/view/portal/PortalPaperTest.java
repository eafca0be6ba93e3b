package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Membership;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.junit.jupiter.api.Test;

/** What went out of the house on paper stands beside the consent by which it went (A10). */
class PortalPaperTest {
  private static final LocalDate GIVEN = LocalDate.of(2026, 11, 1);

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final PrintTown record = new PrintTown(program, town);
  private final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり園");
  private final OrganisationId school =
      town.organisation(OrganisationKind.ELEMENTARY, "みさき小学校", Connection.PAPER);
  private final TestTown.Worker head = town.worker(nursery, PostKind.NURSERY_HEAD, "緑川 のぞみ");
  private final ChildId child = record.child(nursery, "髙嶺", "渚");
  private final GuardianId mother = record.mother(child);

  private String account() {
    String login = "paper." + mother;
    town.run(tx -> {
      AccountId account = program.bean(Accounts.class).open(tx, login, town.passwordHash());
      Accounts.addMembership(tx, account, Membership.Kind.GUARDIAN, mother.value());
      program.bean(Guardians.class).gotAccount(tx, mother, account);
    });
    return login;
  }

  private ConsentId consent() {
    ConsentId id = ConsentId.create();
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    child,
                    ConsentKind.HANDOVER,
                    mother,
                    ConsentMeans.PAPER,
                    GIVEN,
                    "小学校への引継ぎ",
                    Optional.of(Set.of(nursery)),
                    Set.of(school),
                    List.of(new ScopeLine(Category.SUPPORT, Optional.of("support-nursery/areas"))),
                    false,
                    Period.since(GIVEN),
                    Optional.of("園の書庫"))));
    return id;
  }

  @Test
  void theFamilySeesWhatWasHandedOutOnPaper() {
    record.sheet(child, nursery, "support-nursery", ItemState.FINAL, "積み木");
    ConsentId consent = consent();
    Visitor they = program.visitor().signIn(account());
    String page = "/portal/children/" + child + "/consents";
    assertThat(they.get(page).is(200).text()).contains("みさき小学校").doesNotContain("8年11月20日");
    String url = "/children/" + child + "/support-sheet";
    Visitor desk = program.visitor().signIn(head);
    String form = desk.get(url + "?consent=" + consent + "&receiver=" + school).is(200).body();
    var part = Pattern.compile("name=\"part\" value=\"([^\"]+)\"").matcher(form);
    assertThat(part.find()).isTrue();
    desk.post(
            url,
            "consent",
            consent.toString(),
            "receiver",
            school.toString(),
            "part",
            part.group(1),
            "purpose",
            "就学の引継ぎ",
            "act",
            "pdf")
        .is(200);
    assertThat(they.get(page).is(200).text()).contains("8年11月20日").doesNotContain("/issues/");
    assertThat(town.trace(Action.PRINT)).hasSize(1);
    assertThat(town.trace(Action.VIEW_CHILD))
        .anySatisfy(row -> assertThat(town.shownBy(row)).contains(child));
    desk.get(page).is(404);
  }
}
