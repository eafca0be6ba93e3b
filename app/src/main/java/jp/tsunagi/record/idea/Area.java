package jp.tsunagi.record.idea;

/** By which heading of a plan an example is found (DOMAIN: forms). */
public enum Area {
  /** 健康の保持. */
  HEALTH(Group.INDEPENDENCE),
  /** 心理的な安定. */
  STABILITY(Group.INDEPENDENCE),
  /** 人間関係の形成. */
  RELATIONS(Group.INDEPENDENCE),
  /** 環境の把握. */
  ENVIRONMENT(Group.INDEPENDENCE),
  /** 身体の動き. */
  BODY(Group.INDEPENDENCE),
  /** コミュニケーション. */
  COMMUNICATION(Group.INDEPENDENCE),
  /** 健康・生活. */
  LIFE_DOMAIN(Group.DOMAINS),
  /** 運動・感覚. */
  MOTION_DOMAIN(Group.DOMAINS),
  /** 認知・行動. */
  COGNITION_DOMAIN(Group.DOMAINS),
  /** 言語・コミュニケーション. */
  LANGUAGE_DOMAIN(Group.DOMAINS),
  /** 人間関係・社会性. */
  SOCIAL_DOMAIN(Group.DOMAINS),
  /** ①-1-1 学習上又は生活上の困難を改善・克服するための配慮. */
  OVERCOMING(Group.ACCOMMODATION),
  /** ①-1-2 学習内容の変更・調整. */
  CONTENT(Group.ACCOMMODATION),
  /** ①-2-1 情報・コミュニケーション及び教材の配慮. */
  INFORMATION(Group.ACCOMMODATION),
  /** ①-2-2 学習機会や体験の確保. */
  EXPERIENCE(Group.ACCOMMODATION),
  /** ①-2-3 心理面・健康面の配慮. */
  MIND(Group.ACCOMMODATION),
  /** ②-1 専門性のある指導体制の整備. */
  TEAM(Group.ACCOMMODATION),
  /** ②-2 理解啓発を図るための配慮. */
  UNDERSTANDING(Group.ACCOMMODATION),
  /** ②-3 災害時等の支援体制の整備. */
  DISASTER_CARE(Group.ACCOMMODATION),
  /** ③-1 校内環境のバリアフリー化. */
  BARRIER_FREE(Group.ACCOMMODATION),
  /** ③-2 特性に応じた施設・設備の配慮. */
  FACILITIES(Group.ACCOMMODATION),
  /** ③-3 災害時等への対応に必要な施設・設備の配慮. */
  DISASTER_FACILITIES(Group.ACCOMMODATION);

  /** Which list of headings it stands in. */
  enum Group {
    /** 自立活動 6区分. */
    INDEPENDENCE,
    /** 5領域. */
    DOMAINS,
    /** 合理的配慮 11項目. */
    ACCOMMODATION
  }

  private final Group group;

  Area(Group group) {
    this.group = group;
  }

  Group group() {
    return group;
  }
}
