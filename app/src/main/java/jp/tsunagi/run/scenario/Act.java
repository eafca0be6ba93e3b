package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.record.ground.ConsentMeans;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a child's story, on one day. Each is played through one production
 * action, with the clock set to that day.
 */
sealed interface Act {
  LocalDate date();

  Place place();

  /** Who does it: a staff member, and where, for those who serve at several organisations. */
  record Hand(String staff, @Nullable String organisation) {}

  /** Begins the record of a child; without a USE consent it is the organisation's own. */
  record Register(LocalDate date, Hand by, Reason ground, Place place) implements Act {}

  /** 支援システム利用の同意. On paper, somebody receives it and the scan has a number. */
  record UseConsent(
      LocalDate date,
      String giver,
      ConsentMeans via,
      @Nullable Hand by,
      @Nullable String scan,
      @Nullable LocalDate until,
      Place place)
      implements Act {}

  /** Withdrawal: of the USE consent, or of the handover consent for one receiver. */
  record Withdraw(
      LocalDate date,
      String giver,
      ConsentMeans via,
      @Nullable Hand by,
      @Nullable String receiver,
      Place place)
      implements Act {}

  /**
   * 引継ぎの同意: which organisations give what to whom. No giving organisation means all.
   *
   * @param receiver in the register, or else {@code outside} names a place that is not
   */
  record HandoverConsent(
      LocalDate date,
      String giver,
      ConsentMeans via,
      @Nullable Hand by,
      List<String> giving,
      @Nullable String receiver,
      @Nullable String outside,
      List<Category> categories,
      List<String> sections,
      @Nullable LocalDate until,
      Place place)
      implements Act {}

  /** The receiver confirms that the handover was read. */
  record Receipt(LocalDate date, Hand by, Place place) implements Act {}

  /**
   * 計画の求め: asked of a place, of a form of a year.
   *
   * @param sections keys of sections; none: the whole form
   */
  record PlanRequest(
      LocalDate date,
      Hand by,
      String organisation,
      String form,
      int fiscalYear,
      List<String> sections,
      String why,
      LocalDate needed,
      LocalDate until,
      Place place)
      implements Act {}

  /** The place that was asked last agrees to all of it; the family is asked from then on. */
  record PlanAgreement(LocalDate date, Hand by, Place place) implements Act {}

  /** 個人票, by a guardian; with a typist when it came on paper on the day received. */
  record Profile(
      LocalDate date,
      String writer,
      @Nullable Hand typist,
      @Nullable LocalDate received,
      State state,
      Given.Answers answers,
      Place place)
      implements Act {}

  enum State {
    DRAFT,
    WITH_GUARDIAN,
    FINAL
  }

  /** Takes part in a programme in one fiscal year, since a day that may lie in the past. */
  record Join(
      LocalDate date,
      String programme,
      int fiscalYear,
      @Nullable LocalDate from,
      Hand by,
      Place place)
      implements Act {}

  /**
   * A sheet of one fiscal year, for an organisation or for a programme: 支援内容 or a plan.
   *
   * @param term 1 for 前期, 2 for 後期; 0 for a form without
   */
  record Support(
      LocalDate date,
      String form,
      @Nullable String organisation,
      @Nullable String programme,
      int fiscalYear,
      int term,
      Hand author,
      State state,
      @Nullable Confirmation confirmed,
      Given.Answers answers,
      Place place)
      implements Act {}

  /** How a guardian answered. */
  enum Via {
    PAPER,
    PORTAL,
    ORALLY
  }

  /** The guardian's answer to a sheet, on a day not before it was written. */
  record Confirmation(String guardian, Via via, LocalDate date, @Nullable String words) {}

  /** 在籍, in a class; a new one at the same organisation is a change of class. */
  record Enrol(
      LocalDate date,
      String organisation,
      @Nullable String schoolClass,
      Days period,
      @Nullable Hand by,
      Place place)
      implements Act {}

  /**
   * 支援シート, printed for an organisation or for a place outside the register, and kept.
   *
   * @param sections those of the consent to hand over: keys of sections, or of a category
   */
  record SupportSheet(
      LocalDate date,
      Hand by,
      @Nullable String organisation,
      @Nullable String outside,
      List<String> sections,
      String purpose,
      Place place)
      implements Act {}

  /** That a consultation took place; the gist is for the story, not for the shared record. */
  record Consultation(LocalDate date, Hand by, String gist, @Nullable LocalDate next, Place place)
      implements Act {}

  /** Ends an enrolment, a programme, or with neither named all support of the city. */
  record Leave(
      LocalDate date,
      @Nullable String organisation,
      @Nullable String programme,
      String reason,
      Place place)
      implements Act {}

  /** Moves away: all support of the city ends, and the child lives in another place. */
  record MoveOut(LocalDate date, String to, Place place) implements Act {}

  record Rename(LocalDate date, Child.FullName name, String reason, Place place) implements Act {}
}
