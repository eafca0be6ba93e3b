package jp.tsunagi.people.staff;

import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** Whether anything of a child has come to a place: told by the modules that bring it there. */
public interface Acquainted {
  /** Whether anything of any child was ever brought to that organisation. */
  boolean at(Tx tx, OrganisationId organisation);

  /** Whether there is anything of any child in the municipality at all. */
  boolean anywhere(Tx tx);
}
