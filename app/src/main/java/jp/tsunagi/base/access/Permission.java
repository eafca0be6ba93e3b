package jp.tsunagi.base.access;

/** What a route asks of whoever calls it, before the action looks at the child. */
public enum Permission {
  /** Nobody in particular: health, sign-in, static files. */
  PUBLIC,
  /** Anybody who has signed in. */
  SIGNED_IN,
  /** A staff member; the predicate decides about each child. */
  STAFF,
  /** A staff member with the right to write somewhere. */
  WRITE,
  /** A staff member with the right to print somewhere. */
  PRINT,
  /** A staff member with the right to take out files. */
  EXPORT,
  /** A staff member of a hub who takes children into the record. */
  INTAKE,
  /** A staff member who enrols for an organisation. */
  ENROL,
  /** A staff member who confirms receipts of handovers for an organisation. */
  RECEIVE,
  /** Whoever answers for a place and its terminals, and the system administrator. */
  HEAD,
  /** A staff member who may open a record in an emergency. */
  EMERGENCY,
  /** The system administrator. */
  ADMINISTER,
  /** The auditor, who reads the trace. */
  AUDIT,
  /** A guardian. */
  GUARDIAN;

  /** Whether the actor passes. */
  public boolean allows(Actor actor) {
    return switch (this) {
      case PUBLIC -> true;
      case SIGNED_IN -> actor instanceof Actor.Staff || actor instanceof Actor.Guardian;
      case GUARDIAN -> actor instanceof Actor.Guardian;
      case STAFF -> actor instanceof Actor.Staff;
      case WRITE -> has(actor, Right.WRITE);
      case PRINT -> has(actor, Right.PRINT);
      case EXPORT -> has(actor, Right.EXPORT);
      case INTAKE -> has(actor, Right.INTAKE);
      case ENROL -> has(actor, Right.ENROL);
      case RECEIVE -> actor instanceof Actor.Staff staff && !staff.receiving().isEmpty();
      case HEAD ->
          actor instanceof Actor.Staff staff
              && (staff.may(Right.ADMINISTER) || !staff.heading().isEmpty());
      case EMERGENCY -> has(actor, Right.EMERGENCY);
      case ADMINISTER -> has(actor, Right.ADMINISTER);
      case AUDIT -> has(actor, Right.AUDIT);
    };
  }

  private static boolean has(Actor actor, Right right) {
    return actor instanceof Actor.Staff staff && staff.may(right);
  }
}
