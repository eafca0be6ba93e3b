package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.work.retention.RetentionStart.EIGHTEEN;
import static jp.tsunagi.work.retention.RetentionStart.ENDED;
import static jp.tsunagi.work.retention.RetentionStart.LEFT;
import static jp.tsunagi.work.retention.RetentionStart.OVER;
import static jp.tsunagi.work.retention.RetentionStart.YEAR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;

/**
 * What is kept for a time of its own: the sheets of a form with all that hangs on them (versions,
 * attachments, scans of signed papers, prints), and what is no sheet.
 */
enum RetentionKind {
  /** 個人票: the family's own. */
  PROFILE("profile", ENDED, LEFT, EIGHTEEN),
  /** 支援内容（支援事業）. */
  PROGRAMME("support-programme", LEFT, YEAR, ENDED, EIGHTEEN),
  /** 支援内容（園）. */
  NURSERY("support-nursery", LEFT, YEAR, ENDED, EIGHTEEN),
  /** 支援内容・個別の教育支援計画（小・中学校）, and what is written when school is left. */
  SCHOOL("support-school education-support-plan transition-plan", LEFT, YEAR, ENDED, EIGHTEEN),
  /** 引継ぎの支援シート. */
  HANDOVER("handover-sheet", LEFT, YEAR, ENDED, EIGHTEEN),
  /** Sheets of the municipality's further forms. */
  OTHER("", LEFT, YEAR, ENDED, EIGHTEEN),
  /** 引継ぎの記録: that a child was handed over, and the receipt. */
  HANDOVER_RECORD("", LEFT, OVER, YEAR, ENDED, EIGHTEEN),
  /** 同意: what was agreed to, with its evidence; what was prepared and came to nothing. */
  CONSENT("", OVER, ENDED, EIGHTEEN),
  /** 共有しない希望. */
  OBJECTION("", OVER, ENDED, EIGHTEEN),
  /** 家族に見せる. */
  SHOWING("", OVER, ENDED, EIGHTEEN),
  /** 法令による共有. */
  LAW("", OVER, ENDED, EIGHTEEN),
  /** 計画の求め. */
  REQUEST("", OVER, ENDED, EIGHTEEN),
  /** 緊急閲覧. */
  EMERGENCY("", OVER, ENDED, EIGHTEEN),
  /** 記録の移しかえ: what the first family had answered to a sheet that was another child's. */
  RELOCATION("", LEFT, YEAR, ENDED, EIGHTEEN),
  /** 付き先のない証拠: scans of signed papers that belong to nothing that is on record. */
  EVIDENCE("", ENDED, LEFT, EIGHTEEN),
  /** 限られた人だけの記録: what is noted for a named few. */
  COMPARTMENT("", ENDED, LEFT, EIGHTEEN),
  /** 児童票: who a child was, when nothing else of it is left. */
  CARD("", ENDED);

  /** What the national notice recommends for the plans of schools; the others follow it. */
  static final int USUAL_YEARS = 5;

  private final Set<String> forms;
  private final List<RetentionStart> starts;

  /**
   * @param forms their keys, with a blank between them; empty for what is no sheet of a form
   * @param starts the usual start first
   */
  RetentionKind(String forms, RetentionStart... starts) {
    this.forms = Set.of(forms.split(" "));
    this.starts = List.of(starts);
  }

  static RetentionKind ofForm(String form) {
    return Arrays.stream(values())
        .filter(kind -> kind.forms.contains(form))
        .findFirst()
        .orElse(OTHER);
  }

  /** What holds where the municipality has decided nothing. */
  RetentionRule usual() {
    return new RetentionRule(USUAL_YEARS, starts.getFirst());
  }

  /** Whether that start fits: a year says nothing of what is written on from year to year. */
  boolean startsBy(RetentionStart start) {
    return starts.contains(start);
  }

  /** Whether it holds for a time, and is needed as long as it does. */
  boolean holds() {
    return starts.contains(OVER);
  }

  /**
   * Whether somebody is told that there is any of it, from a seat that answers for the place: of
   * objections and showings those who take in alone are, of records for a named few these and who
   * approves there (docs/access.md).
   *
   * @param named one of the named few
   */
  boolean isToldTo(Seat seat, boolean named) {
    return switch (this) {
      case OBJECTION, SHOWING -> seat.may(Right.INTAKE);
      case COMPARTMENT -> named || seat.may(Right.APPROVE);
      default -> seat.answers();
    };
  }

  String words() {
    return t("retention.kind." + this);
  }
}
