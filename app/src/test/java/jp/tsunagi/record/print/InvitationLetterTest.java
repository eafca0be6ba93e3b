package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** The letter by which a guardian comes in (A4). */
class InvitationLetterTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final PrintTown record = new PrintTown(program, town);
  private final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
  private final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
  private final ChildId child = record.child(centre, "髙嶺", "渚");
  private final GuardianId mother = record.mother(child);
  private final String url = "/children/" + child + "/guardians/" + mother + "/invitation";

  private static String code(Visitor.Reply page) {
    var found = Pattern.compile("name=\"code\" value=\"([0-9A-Z-]{9})\"").matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void theLetterSaysWhereWhatAndUntilWhenAndNothingOfTheChild() {
    Visitor visitor = program.visitor().signIn(counsellor);
    visitor.get(url).is(200);
    String code = code(visitor.post(url).is(200));
    var letter = visitor.post(url + "/letter", "code", code).is(200);
    assertThat(letter.header("Content-Type")).startsWith("application/pdf");
    byte[] pdf = Samples.kept("invitation.pdf", letter.bytes());
    assertThat(Samples.pages(pdf)).isEqualTo(1);
    assertThat(Samples.text(pdf).replace("\n", ""))
        .contains("髙嶺 みなみ　様", code, "/portal/invitation", "はぐくみ", "English: Open http")
        .doesNotContain("渚", "令和2年5月14日");
    assertThat(Samples.pictures(pdf)).as("the QR code").hasSize(1);
    assertThat(town.trace(Action.PRINT).getFirst().getPurpose()).isEqualTo("INVITATION_LETTER");
    assertThat(town.trace(Action.PRINT).getFirst().getChildId()).isEqualTo(child);
  }

  @Test
  void noLetterIsMadeOfACodeThatLetsNobodyIn() {
    Visitor visitor = program.visitor().signIn(counsellor);
    visitor.get(url).is(200);
    visitor.post(url + "/letter", "code", "34679ACD").is(404);
    String first = code(visitor.post(url).is(200));
    String second = code(visitor.post(url).is(200));
    visitor.post(url + "/letter", "code", first).is(404);
    GuardianId other = record.mother(child);
    visitor
        .post("/children/" + child + "/guardians/" + other + "/invitation/letter", "code", second)
        .is(404);
    TestTown.Worker stranger =
        town.worker(
            town.organisation(OrganisationKind.CENTRE, "べつ"), PostKind.COUNSELLOR, "白石 なぎさ");
    program.visitor().signIn(stranger).post(url + "/letter", "code", second).is(404);
    assertThat(town.trace(Action.PRINT)).isEmpty();
  }
}
