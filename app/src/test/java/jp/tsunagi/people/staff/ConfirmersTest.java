package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.staff.Confirmers.Leader;
import jp.tsunagi.people.staff.Confirmers.Leading;
import jp.tsunagi.people.staff.Confirmers.Level;
import jp.tsunagi.people.staff.Confirmers.Person;
import org.junit.jupiter.api.Test;

/** Who may confirm an assignment, without a database (ADR 9). */
class ConfirmersTest {
  private final OrganisationId school = OrganisationId.create();
  private final OrganisationId centre = OrganisationId.create();
  private final Person maker = person("白井 まき");
  private final Person newcomer = person("髙嶺 りく");
  private final Person second = person("枝野 つかさ");
  private final Leader principal = new Leader(person("水野 しおり"), school, true, false);
  private final Leader coordinator = new Leader(person("緑川 あおい"), school, false, false);
  private final Leader counsellor = new Leader(person("小麦 さら"), centre, false, true);

  private static Person person(String name) {
    return new Person(StaffId.create(), name);
  }

  private Confirmers of(List<Leader> leaders, Person... administrators) {
    var waits =
        new NewcomerSql.Waits(
            AssignmentId.create(), newcomer.staff(), school, maker.staff(), "", Instant.EPOCH);
    return Confirmers.of(waits, new Leading(leaders, List.of(administrators)));
  }

  @Test
  void whoApprovesAtThePlaceBeforeWhoEnrols() {
    var all = of(List.of(coordinator, principal, counsellor), maker, second);
    assertThat(all.level()).isEqualTo(Level.PLACE);
    assertThat(all.people()).containsExactly(principal.person());
    assertThat(of(List.of(coordinator, counsellor), second).people())
        .containsExactly(coordinator.person());
  }

  @Test
  void neverWhoMadeItNorWhomItConcerns() {
    var own = new Leader(newcomer, school, true, false);
    var made = new Leader(maker, school, true, false);
    assertThat(of(List.of(own, made, coordinator), second).people())
        .as("the place's own people still come first")
        .containsExactly(coordinator.person());
    assertThat(of(List.of(own, made), maker, newcomer, second))
        .isEqualTo(new Confirmers(Level.ADMINISTRATORS, List.of(second)));
  }

  @Test
  void anotherAdministratorThenTheHubsThenNobody() {
    assertThat(of(List.of(counsellor), maker, second).level()).isEqualTo(Level.ADMINISTRATORS);
    assertThat(of(List.of(counsellor), maker))
        .isEqualTo(new Confirmers(Level.HUBS, List.of(counsellor.person())));
    var elsewhere = new Leader(person("浅瀬 りつ"), OrganisationId.create(), true, false);
    assertThat(of(List.of(elsewhere), maker).level()).isEqualTo(Level.NOBODY);
  }
}
