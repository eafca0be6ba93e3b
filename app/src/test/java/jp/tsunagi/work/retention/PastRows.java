package jp.tsunagi.work.retention;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import jp.tsunagi.base.database.ItemId;

/** Rows about 田中 りく as they stand in the tables. */
record PastRows(PastTown past) {
  static final OffsetDateTime AT = PastTown.THEN.atTime(3, 0).atOffset(ZoneOffset.UTC);

  /** An entry of りく from then, written by the 園. */
  ItemId entry(String kind, String state) {
    ItemId item = ItemId.create();
    past.put(
        "item",
        "item_id",
        item.value(),
        "child_id",
        past.child.value(),
        "kind",
        kind,
        "category",
        "INVOLVEMENT",
        "author_kind",
        "ORGANISATION",
        "author_id",
        past.family.nursery.value(),
        "state",
        state,
        "latest",
        true,
        "for_guardian",
        false,
        "on_date",
        PastTown.THEN,
        "fiscal_year",
        2018,
        "gist",
        "",
        "revision",
        1,
        "created_at",
        AT);
    return item;
  }

  /** The same with the scan of a paper. */
  ItemId scanned(String kind, String state) {
    ItemId item = entry(kind, state);
    past.put(
        "file",
        "file_id",
        UUID.randomUUID(),
        "child_id",
        past.child.value(),
        "item_id",
        item.value(),
        "name",
        "署名.pdf",
        "media_type",
        "application/pdf",
        "sha256",
        new byte[32],
        "content",
        new byte[] {1},
        "added_at",
        AT,
        "added_by",
        UUID.randomUUID());
    return item;
  }

  /** A disposal of the 園 that was approved, one record of 2018 of each of these kinds. */
  void disposal(UUID id, int number, OffsetDateTime at, RetentionKind... kinds) {
    past.put(
        "disposal",
        "disposal_id",
        id,
        "organisation_id",
        past.family.nursery.value(),
        "fiscal_year",
        2026,
        "number",
        number,
        "why",
        "台帳と突き合わせました",
        "proposed_by",
        past.family.head.staff().value(),
        "proposed_at",
        at,
        "decided_by",
        past.second.staff().value(),
        "decided_at",
        at,
        "approved",
        true,
        "word",
        "件数を確かめました");
    for (RetentionKind kind : kinds) {
      past.put(
          "disposal_line",
          "disposal_id",
          id,
          "kind",
          kind.name(),
          "fiscal_year",
          2018,
          "years",
          5,
          "start_at",
          "LEFT",
          "records",
          1,
          "children",
          1,
          "disposed",
          0,
          "kept",
          0);
    }
  }
}
