package jp.tsunagi.people.child;

/** Why a guardian must not decide; its words are {@code child.restriction.reason.*}. */
enum RestrictionReason {
  /** 親権者ではない: by divorce, or a decision about custody. */
  CUSTODY,
  /** 親権の停止・喪失. */
  SUSPENDED,
  /** 接近禁止・支援措置: the child or a parent is protected from this person. */
  PROTECTION,
  /** その他. */
  OTHER
}
