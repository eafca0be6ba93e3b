package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.SheetId;

/**
 * What one fact opens to one grantee.
 *
 * @param author only items of this author; empty: of anybody the consent covers
 * @param section only this section of a form (form key/section key); empty: the whole category
 * @param sheet only the parts of this sheet, whatever their version; empty: of any
 * @param excluded of the whole category without these sections (form key/section key, in order):
 *     the family objected to them
 * @param from first day
 * @param to first day it no longer holds
 */
public record Grant(
    Grantee grantee,
    UUID granteeId,
    Category category,
    Optional<UUID> author,
    Optional<String> section,
    Optional<SheetId> sheet,
    List<String> excluded,
    boolean withHistory,
    LocalDate from,
    LocalDate to,
    GroundKind ground,
    UUID groundId) {
  public Grant {
    excluded = List.copyOf(excluded);
    if (excluded.stream().anyMatch(one -> one.isEmpty() || one.contains(" "))) {
      throw new IllegalArgumentException("no section: " + excluded);
    }
  }

  /** Who is granted. */
  public enum Grantee {
    ORGANISATION,
    GUARDIAN,
    PERSON
  }

  /** The kind of fact a grant follows from. */
  public enum GroundKind {
    /** 支援システム利用の同意. */
    USE,
    /** 引継ぎの同意. */
    HANDOVER,
    /** 個別の共有の同意. */
    SHARE,
    /** The authority of a guardian. */
    AUTHORITY,
    /** 法令による根拠: without consent, and without reach. */
    LAW,
    /** 家族に見せる: the person of age shows it to a guardian. */
    PERSON
  }
}
