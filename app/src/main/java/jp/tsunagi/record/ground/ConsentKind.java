package jp.tsunagi.record.ground;

/** 同意の種類. */
public enum ConsentKind {
  /** 支援システム利用の同意: opens the common record at the two hubs (A3). */
  USE,
  /** 引継ぎの同意: to the next 園 or school, section by section (A6, A7). */
  HANDOVER,
  /** 共有の同意: between organisations already involved. */
  SHARE
}
