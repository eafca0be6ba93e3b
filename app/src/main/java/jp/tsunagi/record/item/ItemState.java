package jp.tsunagi.record.item;

/** The life of an item. Who reads in which state is the rule of ACCESS, kept by the predicate. */
public enum ItemState {
  /** Being written: read by its writers alone. */
  DRAFT,
  /** 決裁中: read by its writers and by the posts that decide about it. */
  IN_APPROVAL,
  /** 校内で使用中: in force inside the organisation, with the guardian for confirmation, not shared. */
  WITH_GUARDIAN,
  /** 確定: never changes again; read by everybody the rule allows. */
  FINAL,
  /** 変更で置きかえた: replaced by a later version; read inside, and elsewhere only with history. */
  SUPERSEDED,
  /** 訂正で置きかえた: replaced because it was wrong; read inside its organisation alone. */
  CORRECTED,
  /** Taken back before it was final. */
  WITHDRAWN
}
