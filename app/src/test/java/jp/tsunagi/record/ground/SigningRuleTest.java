package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import org.junit.jupiter.api.Test;

class SigningRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate BIRTH = LocalDate.of(2022, 6, 3);
  private static final OrganisationId HERE = OrganisationId.create();
  private static final OrganisationId THERE = OrganisationId.create();

  private static Optional<ConsentRefusal> refusal(
      LocalDate on, LocalDate birth, Optional<Period> authority, Optional<LocalDate> until) {
    ConsentRequest request =
        new ConsentRequest(
            ConsentId.create(),
            ChildId.create(),
            Reference.fresh(),
            ConsentKind.USE,
            "",
            Optional.empty(),
            Optional.empty(),
            Set.of(HERE),
            List.of(ScopeLine.of(Category.PROFILE)),
            false,
            Optional.empty(),
            until,
            Optional.empty(),
            false);
    return SigningRule.refusal(
        new SigningRule.Facts(
            request, false, on, TODAY, birth, authority.stream().toList(), false));
  }

  @Test
  void aGuardianWithAuthoritySigns() {
    assertThat(refusal(TODAY, BIRTH, Optional.of(Period.since(BIRTH)), Optional.empty())).isEmpty();
  }

  @Test
  void eachReasonHasItsRefusal() {
    Optional<Period> decides = Optional.of(Period.since(BIRTH));
    assertThat(refusal(TODAY, BIRTH, Optional.empty(), Optional.empty()))
        .contains(ConsentRefusal.NO_AUTHORITY);
    assertThat(refusal(TODAY.plusDays(1), BIRTH, decides, Optional.empty()))
        .contains(ConsentRefusal.IN_FUTURE);
    assertThat(refusal(TODAY, TODAY.minusYears(18), decides, Optional.empty()))
        .contains(ConsentRefusal.OF_AGE);
    assertThat(refusal(TODAY, BIRTH, decides, Optional.of(TODAY))).contains(ConsentRefusal.OVER);
  }

  @Test
  void onTheEveOfTheEighteenthBirthdayTheGuardianStillSigns() {
    LocalDate birth = TODAY.plusDays(1).minusYears(18);
    assertThat(refusal(TODAY, birth, Optional.of(Period.since(birth)), Optional.empty())).isEmpty();
  }

  @Test
  void anAuthorityThatEndedMeanwhileOpensNothing() {
    Optional<Period> ended = Optional.of(new Period(BIRTH, TODAY));
    assertThat(refusal(TODAY.minusDays(3), BIRTH, ended, Optional.empty()))
        .contains(ConsentRefusal.NO_AUTHORITY);
  }

  private static Seat seat(Right... rights) {
    return new Seat(
        new AssignmentId(jp.tsunagi.base.database.Id.fresh()),
        HERE,
        "",
        "POST",
        Reach.ORGANISATION,
        Set.of(),
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(rights), java.util.stream.Stream.of(Right.READ))
            .collect(java.util.stream.Collectors.toSet()),
        Connection.READ_WRITE,
        Optional.empty());
  }

  @Test
  void hubsAskForEverythingAndOthersOnlyForWhatConcernsThem() {
    List<Seat> hub = List.of(seat(Right.INTAKE));
    List<Seat> nursery = List.of(seat(Right.ENROL));
    Set<OrganisationId> there = Set.of(THERE);
    assertThat(ConsentRights.seat(hub, ConsentKind.USE, Optional.empty(), there)).isPresent();
    assertThat(ConsentRights.seat(nursery, ConsentKind.USE, Optional.empty(), Set.of(HERE)))
        .isEmpty();
    assertThat(ConsentRights.seat(nursery, ConsentKind.HANDOVER, Optional.empty(), there))
        .isEmpty();
    assertThat(ConsentRights.seat(nursery, ConsentKind.HANDOVER, Optional.of(Set.of(HERE)), there))
        .isPresent();
    assertThat(ConsentRights.seat(nursery, ConsentKind.SHARE, Optional.empty(), Set.of(HERE)))
        .isPresent();
    assertThat(ConsentRights.seat(List.of(seat()), ConsentKind.USE, Optional.empty(), there))
        .isEmpty();
  }
}
