package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentRequests;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.ground.SectionWords;
import org.junit.jupiter.api.Test;

class ConsentFormTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final PrintTown record = new PrintTown(program, town);
  private final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり園");
  private final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みさき小学校");
  private final TestTown.Worker head = town.worker(nursery, PostKind.NURSERY_HEAD, "緑川 のぞみ");
  private final ChildId child = record.child(nursery, "髙󠄁嶺", "渚");

  private ConsentRequest request() {
    return new ConsentRequest(
        ConsentId.create(),
        child,
        "34679ACDEF",
        ConsentKind.HANDOVER,
        "引継ぎ",
        Optional.empty(),
        Optional.of(Set.of(nursery)),
        Set.of(school),
        List.of(new ScopeLine(Category.SUPPORT, Optional.of("support-nursery/areas"))),
        false,
        Optional.of(LocalDate.of(2027, 4, 1)),
        Optional.of(LocalDate.of(2028, 4, 1)),
        Optional.of(nursery),
        false);
  }

  @Test
  void thePreparedConsentStandsOnTheFormWithItsReference() {
    ConsentRequest request = request();
    program
        .database()
        .run(town.actor(head), tx -> program.bean(ConsentRequests.class).prepare(tx, request));
    String url = "/children/" + child + "/consents/" + request.id() + "/form";
    var form = program.visitor().signIn(head).get(url).is(200);
    assertThat(form.header("Content-Type")).startsWith("application/pdf");
    assertThat(Samples.text(Samples.kept("consent-handover.pdf", form.bytes())).replace("\n", ""))
        .contains("引継ぎの同意書", "髙嶺　渚さん", "みどり園", "みさき小学校", "ようすと、有効だった配慮")
        .contains("整理番号　34679-ACDEF", "令和10年3月31日まで", "つなぎ市長　様", "保護者の署名", "受付（職員が記入）")
        .doesNotContain("{", "評価と次年度", "前の版");
    assertThat(town.trace(Action.PRINT).getFirst().getPurpose()).isEqualTo("CONSENT_FORM");
    TestTown.Worker teacher = town.worker(nursery, PostKind.NURSERY_TEACHER, "竹林 あおい");
    program.visitor().signIn(teacher).get(url).is(404);
  }

  /** What is signed and comes back must not lose its second page on the way. */
  @Test
  void theUsualScopeFitsOnOnePage() {
    List<ScopeLine> sections =
        SectionWords.groups().stream()
            .filter(group -> List.of("profile", "support-nursery").contains(group.key()))
            .flatMap(group -> group.sections().stream())
            .map(SectionWords.Choice::line)
            .toList();
    List<ScopeLine> all = Arrays.stream(Category.values()).map(ScopeLine::of).toList();
    for (ConsentKind kind : List.of(ConsentKind.HANDOVER, ConsentKind.USE)) {
      ConsentRequest usual =
          new ConsentRequest(
              ConsentId.create(),
              child,
              kind == ConsentKind.USE ? "34679ACDEG" : "34679ACDEH",
              kind,
              "引継ぎ",
              Optional.empty(),
              kind == ConsentKind.USE ? Optional.empty() : Optional.of(Set.of(nursery)),
              Set.of(school),
              kind == ConsentKind.USE ? all : sections,
              true,
              Optional.of(LocalDate.of(2027, 4, 1)),
              Optional.of(LocalDate.of(2028, 4, 1)),
              Optional.of(nursery),
              false);
      program
          .database()
          .run(town.actor(head), tx -> program.bean(ConsentRequests.class).prepare(tx, usual));
      String url = "/children/" + child + "/consents/" + usual.id() + "/form";
      byte[] pdf =
          Samples.kept(
              "consent-usual-" + kind + ".pdf",
              program.visitor().signIn(head).get(url).is(200).bytes());
      assertThat(Samples.pages(pdf)).as(kind.name()).isEqualTo(1);
      assertThat(Samples.text(pdf).replace("\n", ""))
          .contains("書きなおす前のもの（前の版）も読めます（これだけことわるときは、線で消してください）");
    }
  }

  @Test
  void aConsentInForceHasItsWithdrawalForm() {
    ConsentId consent = ConsentId.create();
    var mother = record.mother(child);
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    consent,
                    child,
                    ConsentKind.HANDOVER,
                    mother,
                    ConsentMeans.PAPER,
                    LocalDate.of(2026, 11, 1),
                    "引継ぎ",
                    Optional.of(Set.of(nursery)),
                    Set.of(school),
                    List.of(ScopeLine.of(Category.SUPPORT)),
                    false,
                    Period.since(LocalDate.of(2026, 11, 1)),
                    Optional.empty())));
    String url = "/children/" + child + "/consents/" + consent + "/withdrawal/form";
    var form = program.visitor().signIn(head).get(url).is(200);
    assertThat(Samples.pages(form.bytes())).isEqualTo(1);
    assertThat(Samples.text(Samples.kept("withdrawal.pdf", form.bytes())).replace("\n", ""))
        .contains("撤回書", "髙嶺　渚さん", "支援内容", "みさき小学校", "令和8年11月1日", "取りやめる範囲");
  }
}
