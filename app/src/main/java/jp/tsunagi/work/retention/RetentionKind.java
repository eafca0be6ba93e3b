package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;

/**
 * What is kept for a time of its own: the sheets of a form, with all that hangs on them (versions,
 * attachments, scans of signed papers, prints).
 */
enum RetentionKind {
  /** 個人票: the family's own. */
  PROFILE("profile", RetentionStart.ENDED),
  /** 支援内容（支援事業）. */
  PROGRAMME("support-programme", RetentionStart.LEFT),
  /** 支援内容（園）. */
  NURSERY("support-nursery", RetentionStart.LEFT),
  /** 支援内容・個別の教育支援計画（小・中学校）. */
  SCHOOL("support-school", RetentionStart.LEFT),
  /** 引継ぎの支援シート. */
  HANDOVER("handover-sheet", RetentionStart.LEFT),
  /** Sheets of the municipality's further forms. */
  OTHER("", RetentionStart.LEFT);

  /** What the national notice recommends for the plans of schools; the others follow it. */
  static final int USUAL_YEARS = 5;

  private final String form;
  private final RetentionStart usual;

  RetentionKind(String form, RetentionStart usual) {
    this.form = form;
    this.usual = usual;
  }

  static RetentionKind ofForm(String form) {
    return Arrays.stream(values()).filter(kind -> kind.form.equals(form)).findFirst().orElse(OTHER);
  }

  /** What holds where the municipality has decided nothing. */
  RetentionRule usual() {
    return new RetentionRule(USUAL_YEARS, usual);
  }

  /** One sheet that is written on for as long as it is needed: it is of the year it was last. */
  boolean isLiving() {
    return this == PROFILE;
  }

  /** Whether that start fits: a year says nothing of what is written on from year to year. */
  boolean startsBy(RetentionStart start) {
    return !isLiving() || start != RetentionStart.YEAR;
  }

  String words() {
    return t("retention.kind." + this);
  }
}
