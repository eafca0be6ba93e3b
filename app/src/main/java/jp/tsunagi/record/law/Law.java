package jp.tsunagi.record.law;

/** By which law; its words are {@code law.law.*}. */
enum Law {
  /** 児童虐待の防止等に関する法律13条の4. */
  ABUSE_PREVENTION,
  /** 児童福祉法25条の2・25条の3: 要保護児童対策地域協議会. */
  COUNCIL,
  /** 個人情報の保護に関する法律69条2項. */
  PRIVACY,
  /** 設置者・町への提出. */
  SUBMISSION,
  /** Another law, which the article names. */
  OTHER
}
