package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ItemId;

/**
 * What one fact opens to one grantee.
 *
 * @param author only items of this author; empty: of anybody the consent covers
 * @param section only this section of a form (form key/section key); empty: the whole category
 * @param from first day
 * @param to first day it no longer holds
 */
public record Grant(
    Grantee grantee,
    UUID granteeId,
    Category category,
    Optional<UUID> author,
    Optional<String> section,
    Optional<ItemId> item,
    boolean withHistory,
    LocalDate from,
    LocalDate to,
    GroundKind ground,
    UUID groundId) {

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
    AUTHORITY
  }
}
