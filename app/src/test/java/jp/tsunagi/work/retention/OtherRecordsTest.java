package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;
import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.OBJECTION_RECEIVER;
import static jp.tsunagi.schema.Tables.OBJECTION_SCOPE;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST_STEP;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;
import static jp.tsunagi.work.retention.PastTown.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** Objections, showings, grounds in law, requests and emergencies of 2018 that held until 2019. */
class OtherRecordsTest {
  private static final LocalDate FROM = PastTown.THEN;
  private static final LocalDate TO = LocalDate.of(2019, 4, 1);
  private static final OffsetDateTime AT = FROM.atTime(3, 0).atOffset(ZoneOffset.UTC);
  private static final OffsetDateTime END = TO.atTime(3, 0).atOffset(ZoneOffset.UTC);

  private final PastTown past = new PastTown();
  private final UUID id = Id.fresh();
  private final UUID somebody = Id.fresh();

  private void goes(RetentionKind kind, String word) {
    goes(kind, word, past.family.nursery, past.family.head, past.second);
  }

  private void goesAtTheHub(RetentionKind kind, String word) {
    assertThat(list(past.visitor(past.family.head))).doesNotContain("平成30年度（2018）");
    goes(
        kind,
        word,
        past.family.centre,
        past.family.counsellor,
        past.town.worker(past.family.centre, PostKind.CENTRE_HEAD, "白石 さき"));
  }

  private void goes(
      RetentionKind kind,
      String word,
      OrganisationId place,
      TestTown.Worker one,
      TestTown.Worker other) {
    assertThat(list(past.visitor(one)))
        .contains("平成30年度（2018）", "受け持ちを離れたお子さん1人")
        .doesNotContain("りく");
    assertThat(list(past.visitor(past.coordinator))).doesNotContain("平成30年度（2018）");
    past.dispose(one, other, place, kind, 2018);
    assertThat(past.remains(id)).isEmpty();
    assertThat(past.told()).containsExactly("PROPOSED", "APPROVED", "GONE", "CARRIED_OUT");
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row ->
            row.getDetail().data().contains(word + " " + id)
                && past.child.equals(row.getChildId()));
  }

  private void objected(boolean lifted) {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(OBJECTION);
      row.setTenantId(tx.tenant());
      row.setObjectionId(id);
      row.setChildId(past.child);
      row.setGiverId(past.mother.value());
      row.setMeans("PORTAL");
      row.setToAll(false);
      row.setAskedOn(FROM);
      row.setValidFrom(FROM);
      row.setRecordedBy(past.mother.value());
      row.setRecordedAt(AT);
      if (lifted) {
        row.setValidTo(TO);
        row.setLiftedMeans("PORTAL");
        row.setLiftedBy(past.mother.value());
        row.setLiftedAt(END);
      }
      row.insert();
      var line = tx.sql().newRecord(OBJECTION_SCOPE);
      line.setTenantId(tx.tenant());
      line.setObjectionId(id);
      line.setCategory("SUPPORT");
      line.setSection("");
      line.insert();
      var receiver = tx.sql().newRecord(OBJECTION_RECEIVER);
      receiver.setTenantId(tx.tenant());
      receiver.setObjectionId(id);
      receiver.setOrganisationId(past.school);
      receiver.insert();
    });
  }

  @Test
  void anObjectionGoesAtAHubAlone() {
    objected(true);
    goesAtTheHub(RetentionKind.OBJECTION, "objection");
  }

  @Test
  void anObjectionThatWasNeverLiftedEndsWithTheChildsTime() {
    objected(false);
    goesAtTheHub(RetentionKind.OBJECTION, "objection");
  }

  /** Should the child come back to whom a consent still opens, the family's word must stand. */
  @Test
  void anObjectionThatWasNeverLiftedStaysWhileAConsentIsThere() {
    objected(false);
    past.town.run(tx -> {
      var row = tx.sql().newRecord(CONSENT);
      row.setTenantId(tx.tenant());
      row.setConsentId(ConsentId.create());
      row.setChildId(past.child);
      row.setKind("SHARE");
      row.setGiverKind("GUARDIAN");
      row.setGiverId(past.mother.value());
      row.setMeans("PORTAL");
      row.setGivenOn(FROM);
      row.setPurpose("");
      row.setFromAll(true);
      row.setWithHistory(false);
      row.setValidFrom(FROM);
      row.setRecordedBy(past.mother.value());
      row.setRecordedAt(AT);
      row.setAwaits(false);
      row.insert();
    });
    assertThat(past.visitor(past.family.counsellor).get("/retention?kind=OBJECTION").is(200).text())
        .doesNotContain("平成30年度（2018）");
  }

  @Test
  void aShowingGoesAtAHubAlone() {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(SHOWING);
      row.setTenantId(tx.tenant());
      row.setShowingId(id);
      row.setChildId(past.child);
      row.setGiverId(somebody);
      row.setReaderId(past.mother.value());
      row.setMeans("PORTAL");
      row.setGivenOn(FROM);
      row.setWhole(false);
      row.setValidFrom(FROM);
      row.setValidTo(TO);
      row.setRecordedBy(somebody);
      row.setRecordedAt(AT);
      row.insert();
      var line = tx.sql().newRecord(SHOWING_SCOPE);
      line.setTenantId(tx.tenant());
      line.setShowingId(id);
      line.setLine(1);
      line.setCategory("SUPPORT");
      line.insert();
    });
    goesAtTheHub(RetentionKind.SHOWING, "showing");
  }

  @Test
  void aGroundInLawGoesWhereItWasAskedFor() {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(LEGAL_GROUND);
      row.setTenantId(tx.tenant());
      row.setGroundId(id);
      row.setChildId(past.child);
      row.setLaw("COUNCIL");
      row.setArticle("児童福祉法第25条の2");
      row.setReceiverId(past.family.nursery);
      row.setWithHistory(false);
      row.setNote("ケース会議のため");
      row.setLastDay(TO.minusDays(1));
      row.setGuardianSees(true);
      row.setAskedBy(somebody);
      row.setAskedFor(past.family.nursery.value());
      row.setAskedAt(AT);
      row.setDecidedBy(past.mother.value());
      row.setDecidedAt(AT);
      row.setApproved(true);
      row.setValidFrom(FROM);
      row.insert();
      var line = tx.sql().newRecord(LEGAL_GROUND_SCOPE);
      line.setTenantId(tx.tenant());
      line.setGroundId(id);
      line.setCategory("SUPPORT");
      line.setSection("");
      line.insert();
    });
    goes(RetentionKind.LAW, "ground");
  }

  private void asked() {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(PLAN_REQUEST);
      row.setTenantId(tx.tenant());
      row.setConsentId(new ConsentId(id));
      row.setChildId(past.child);
      row.setReceiverId(past.family.nursery);
      row.setSenderId(past.school);
      row.setFormKey("support-school");
      row.setFiscalYear(2018);
      row.setSections(new String[] {"goals"});
      row.setWhy("入園の前に読みたい");
      row.setNeededBy(FROM.plusMonths(1));
      row.setReadableUntil(TO.minusDays(1));
      row.setAskedBy(somebody);
      row.setAskedAt(AT);
      row.setState("REFUSED");
      row.setStateAt(AT);
      row.setReason("TALK");
      row.insert();
      var step = tx.sql().newRecord(PLAN_REQUEST_STEP);
      step.setTenantId(tx.tenant());
      step.setConsentId(new ConsentId(id));
      step.setOrdinal(1);
      step.setMove("ASKED");
      step.setAt(AT);
      step.setActorKind("STAFF");
      step.insert();
    });
  }

  @Test
  void aRequestGoesAtThePlaceThatAsked() {
    asked();
    goes(RetentionKind.REQUEST, "request");
  }

  @Test
  void besideAHiddenAddressThereIsNoRequestToBeToldOf() {
    asked();
    past.town.run(tx -> {
      var row = tx.sql().newRecord(COMPARTMENT);
      row.setTenantId(tx.tenant());
      row.setCompartmentId(Id.fresh());
      row.setChildId(past.child);
      row.setKind("HIDDEN_ADDRESS");
      row.setReason("SUPPORT_MEASURE");
      row.setOrganisationId(past.family.centre);
      row.setOpenedBy(somebody);
      row.setOpenedAt(AT);
      row.insert();
    });
    assertThat(list(past.visitor(past.family.head))).doesNotContain("平成30年度（2018）");
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.REQUEST, 2018)
        .is(422);
  }

  private void opened(boolean reviewed) {
    past.town.run(tx -> {
      var row = tx.sql().newRecord(EMERGENCY_ACCESS);
      row.setTenantId(tx.tenant());
      row.setEmergencyId(id);
      row.setChildId(past.child);
      row.setAssignmentId(past.family.head.assignment());
      row.setStaffId(past.family.head.staff());
      row.setOrganisationId(past.family.nursery);
      row.setReason("OTHER");
      row.setNote("けがの手当てのため");
      row.setOpenedAt(AT);
      row.setClosesAt(AT.plusMinutes(60));
      row.setReviewDue(FROM.plusDays(7));
      if (reviewed) {
        row.setReviewedAt(AT.plusDays(1));
        row.setReviewedBy(somebody);
        row.setJustified(true);
        row.setReviewNote("必要でした");
      }
      row.insert();
    });
  }

  @Test
  void anEmergencyGoesWhenItWasReviewed() {
    opened(true);
    goes(RetentionKind.EMERGENCY, "emergency");
  }

  @Test
  void anEmergencyThatNobodyReviewedStays() {
    opened(false);
    assertThat(list(past.visitor(past.family.head))).doesNotContain("平成30年度（2018）");
  }
}
