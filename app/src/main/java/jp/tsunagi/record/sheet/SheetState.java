package jp.tsunagi.record.sheet;

/** How a sheet stands. Its parts carry the state of what may be read. */
public enum SheetState {
  /** 下書き: read by its writers alone. */
  DRAFT,
  /** 決裁中: not written any more; read by its writers and the posts that decide about it. */
  IN_APPROVAL,
  /** 保護者の確認待ち: in use inside the organisation and shared with nobody but the guardian. */
  WITH_GUARDIAN,
  /** 確定: never changes again; 訂正 and 変更 start a new revision. */
  FINAL,
  /** 取りやめ: put aside before it was ever final; can be taken up again. */
  DISCARDED
}
