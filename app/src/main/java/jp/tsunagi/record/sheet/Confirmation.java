package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.GuardianId;

/**
 * A guardian's answer to a sheet (A6, A7).
 *
 * @param guardian who answered
 * @param on the day on the paper, of the talk, or of the answer in the portal
 * @param note what differs, or what else was said
 */
public record Confirmation(GuardianId guardian, Means means, LocalDate on, Optional<String> note) {

  /** How it was given. */
  public enum Means {
    /** 保護者ページ. */
    PORTAL,
    /** 書面: the signed paper is kept by the organisation. */
    PAPER,
    /** 口頭: heard by staff, who note when and from whom. */
    ORALLY
  }
}
