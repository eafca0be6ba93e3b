package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.record.file.NewFile;

/**
 * A guardian's answer to a sheet (A6, A7).
 *
 * @param guardian who answered
 * @param on the day on the paper, of the talk, or of the answer in the portal
 * @param note what differs, or what else was said
 * @param paperPlace where the signed paper is kept
 * @param scans of the signed paper
 */
public record Confirmation(
    GuardianId guardian,
    Means means,
    LocalDate on,
    Optional<String> note,
    Optional<String> paperPlace,
    List<NewFile> scans) {
  public Confirmation {
    scans = List.copyOf(scans);
  }

  /** An answer of which no paper is kept here. */
  public Confirmation(GuardianId guardian, Means means, LocalDate on, Optional<String> note) {
    this(guardian, means, on, note, Optional.empty(), List.of());
  }

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
