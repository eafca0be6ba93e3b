package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may know of one child beside its items. Whatever the reader may not see never
 * leaves the database: a list here is shorter, and nothing says by how much.
 *
 * @param owner the organisation that put the child on record
 * @param care whether its address is hidden, from whomever
 * @param noted whom to call, as the reader's own organisations heard it from the family
 * @param contacts guardians, where the reader may know where the child lives
 * @param passed handovers, the newest first
 * @param toOffer a guardian agreed to a handover that nobody has sent yet
 * @param explained the grants and the reach from which the reading follows
 */
record ChildFacts(
    ChildId id,
    LocalDate birthDate,
    boolean shared,
    @Nullable OrganisationId owner,
    boolean interpreter,
    boolean care,
    @Nullable String homeLanguage,
    List<Name> names,
    List<GradeOverride> overrides,
    List<Noted> noted,
    List<Contact> contacts,
    List<Involved> involvements,
    List<Participation> participations,
    List<Given> consents,
    List<Unread> unread,
    List<Passed> passed,
    boolean toOffer,
    List<Written> written,
    Explanation.Facts explained) {

  /** A name in a period. */
  record Name(
      String kind,
      String family,
      String familyKana,
      String given,
      String givenKana,
      String middle) {}

  /** Whom to call, by the reader's own organisation's card. */
  record Noted(
      String organisation,
      String name,
      String relation,
      int order,
      @Nullable String note,
      String phone,
      LocalDate confirmedOn) {}

  /** A guardian to call. */
  record Contact(
      String name,
      String relation,
      int order,
      @Nullable String note,
      @Nullable String phone,
      @Nullable String language) {}

  /**
   * An organisation that deals or dealt with the child.
   *
   * @param organisationKind null where the place stays without a name
   */
  record Involved(
      OrganisationId organisation,
      String name,
      @Nullable OrganisationKind organisationKind,
      @Nullable String phone,
      InvolvementKind kind,
      LocalDate from,
      @Nullable LocalDate to,
      List<Place> places) {
    boolean runs(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    boolean atPreschool() {
      return organisationKind != null && organisationKind.isPreschool();
    }

    boolean atSchool() {
      return organisationKind != null && organisationKind.isSchool();
    }
  }

  /** A class within an enrolment, and who holds or held it. */
  record Place(
      String className,
      int fiscalYear,
      @Nullable Integer number,
      LocalDate from,
      @Nullable LocalDate to,
      List<String> teachers) {
    boolean runs(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
  }

  /** A year in a programme. */
  record Participation(
      ProgrammeId programme,
      String name,
      OrganisationId organisation,
      String organisationName,
      @Nullable OrganisationKind organisationKind,
      @Nullable String phone,
      LocalDate from,
      LocalDate to,
      @Nullable String inCharge) {
    boolean runs(LocalDate day) {
      return !from.isAfter(day) && to.isAfter(day);
    }
  }

  /** A consent the reader's organisation is a party to. */
  record Given(
      ConsentId id,
      String kind,
      String means,
      LocalDate givenOn,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate withdrawn,
      @Nullable String relation,
      @Nullable String giver,
      UUID giverId) {
    boolean runs(LocalDate day) {
      return withdrawn == null && !from.isAfter(day) && (to == null || to.isAfter(day));
    }
  }

  /** A handover to the reader's organisation that nobody there has confirmed. */
  record Unread(HandoverId id, OffsetDateTime offeredAt) {}

  /**
   * A handover that the reader's organisation sent, or that came to it.
   *
   * @param sender not on record for the oldest ones
   */
  record Passed(
      HandoverId id,
      @Nullable String sender,
      String receiver,
      @Nullable OrganisationId senderId,
      LocalDate offered,
      @Nullable LocalDate received) {}

  /** A sheet of the reader's organisation in this fiscal year, or still open. */
  record Written(
      SheetId id,
      String form,
      @Nullable OrganisationId organisation,
      @Nullable ProgrammeId programme,
      int fiscalYear,
      String state,
      boolean mine) {}

  /** 学年 in a fiscal year. */
  SchoolGrade grade(FiscalYear year) {
    return SchoolGrade.of(birthDate, year, overrides);
  }

  /** The name in everyday use: the 通称 where there is one. */
  Name called() {
    return names.stream()
        .filter(name -> name.kind().equals("COMMON"))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .orElseThrow();
  }

  /** The class the child is in on a day, as far as the reader may know. */
  Optional<Place> place(LocalDate day) {
    return involvements.stream()
        .filter(one -> one.runs(day))
        .flatMap(one -> one.places().stream())
        .filter(place -> place.runs(day))
        .findFirst();
  }

  /** Where the child is enrolled on a day, as far as the reader may know. */
  Optional<Involved> enrolled(LocalDate day) {
    return involvements.stream()
        .filter(one -> one.kind() == InvolvementKind.ENROLMENT && one.runs(day))
        .findFirst();
  }
}
