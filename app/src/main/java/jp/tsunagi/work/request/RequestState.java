package jp.tsunagi.work.request;

/** How a request stands; which follows which is {@link RequestGraph}. */
enum RequestState {
  /** 求めた: waits for the place that is asked. */
  ASKED,
  /** 書いた機関が認めた: waits for the family. */
  AGREED,
  /** 保護者が同意した: waits for a second place to stand for it (ADR 8). */
  CONFIRMING,
  /** 読める: the family agreed, until the last day or its withdrawal. */
  READABLE,
  /** 書いた機関が見せないと答えた. */
  REFUSED,
  /**
   * 保護者が同意しなかった, or took it back before it was readable; whoever asked is told no more than of a
   * refusal.
   */
  DECLINED,
  /** 保護者が同意を取り消した. */
  WITHDRAWN,
  /** 書いた機関が、見せるのを終えた. */
  STOPPED,
  /** 求めた機関が取りやめた. */
  CANCELLED,
  /** 期限までに答えがなかった. Follows from the day, kept nowhere. */
  EXPIRED,
  /** 読める期間が終わった. Follows from the day, kept nowhere. */
  ENDED
}
