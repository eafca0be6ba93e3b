package jp.tsunagi.record.form;

/** Something that takes place on the way of a sheet and is noted with its day and who took part. */
public enum Occasion {
  /** 担当者会議: before the sheet goes further. */
  MEETING,
  /** 保護者と話し合い: the draft was talked over with the family, before anybody decides. */
  TALKED_OVER,
  /** 説明: the plan was explained to the family, before staff note its answer. */
  EXPLAINED,
  /** 交付: a copy was handed to the family; holds nothing up. */
  DELIVERED;

  /** Whether it comes before anybody decides about the sheet. */
  public boolean first() {
    return this == MEETING || this == TALKED_OVER;
  }
}
