package jp.tsunagi.record.approval;

/** How a post decided. */
public enum Manner {
  /** 承認: by somebody who holds the post, about what a colleague wrote. */
  HOLDER,
  /** 承認: about one's own draft, since nobody else holds the post. */
  ALONE,
  /**
   * 代決: by another post of the route, in place of a holder who is away; the holder sees it later.
   */
  DEPUTY,
  /** 空席: nobody held the post when the sheet was sent; it was passed. */
  VACANT
}
