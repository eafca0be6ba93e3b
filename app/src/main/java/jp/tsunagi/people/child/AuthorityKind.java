package jp.tsunagi.people.child;

/** By what somebody decides for a child (ACCESS: guardians); shown with its period and evidence. */
public enum AuthorityKind {
  /** 親権: alone, or of parents who are married. */
  PARENTAL,
  /** 共同親権 of parents who are not married. */
  JOINT,
  /** 未成年後見. */
  MINOR_GUARDIAN,
  /** 里親 to whom the child is entrusted. */
  FOSTER,
  /** 施設長 of the home in which the child lives. */
  FACILITY_HEAD,
  /** 本人, from the 18th birthday. */
  OWN,
  /** 成年後見, from the 18th birthday. */
  ADULT_GUARDIAN;

  /** What is usual for a relation. */
  public static AuthorityKind usual(Relation relation) {
    return switch (relation) {
      case FOSTER -> FOSTER;
      case GUARDIAN_OF_MINOR -> MINOR_GUARDIAN;
      case FACILITY_HEAD -> FACILITY_HEAD;
      case SELF -> OWN;
      case ADULT_GUARDIAN -> ADULT_GUARDIAN;
      case MOTHER, FATHER, GRANDMOTHER, GRANDFATHER, OTHER -> PARENTAL;
    };
  }

  /** Whether it goes with a relation: the person alone decides for itself. */
  public boolean fits(Relation relation) {
    return switch (this) {
      case OWN -> relation == Relation.SELF;
      case ADULT_GUARDIAN -> relation == Relation.ADULT_GUARDIAN;
      case PARENTAL, JOINT, MINOR_GUARDIAN, FOSTER, FACILITY_HEAD -> !relation.ofAge();
    };
  }
}
