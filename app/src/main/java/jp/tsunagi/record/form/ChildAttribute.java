package jp.tsunagi.record.form;

import jp.tsunagi.base.access.Category;

/**
 * Facts of the child that a form can show. A section may show a fact of its own category, and the
 * identity; an address in a section of another category would leak with it, so it is refused.
 */
public enum ChildAttribute {
  NAME(Category.IDENTITY),
  KANA(Category.IDENTITY),
  /** 通称. */
  COMMON_NAME(Category.IDENTITY),
  /** 旧姓. */
  FORMER_NAME(Category.IDENTITY),
  SEX(Category.IDENTITY),
  BIRTH_DATE(Category.IDENTITY),
  /** 学年. */
  GRADE(Category.IDENTITY),
  /** With its history. */
  ADDRESS(Category.LOCATION),
  PHONE(Category.LOCATION),
  /** 所属 today: 園, school, class. */
  AFFILIATION(Category.LOCATION),
  /** 所属歴. */
  AFFILIATION_HISTORY(Category.LOCATION),
  /** 保護者 and their relation to the child. */
  GUARDIANS(Category.FAMILY),
  HOUSEHOLD(Category.FAMILY),
  /** 検査歴. */
  ASSESSMENTS(Category.ASSESSMENT),
  /** 受給者証. */
  CERTIFICATE(Category.PROVISION),
  /** 同意状況. */
  CONSENTS(Category.INVOLVEMENT);

  private final Category category;

  ChildAttribute(Category category) {
    this.category = category;
  }

  public Category category() {
    return category;
  }

  boolean mayStandIn(Category section) {
    return category == Category.IDENTITY || category == section;
  }
}
