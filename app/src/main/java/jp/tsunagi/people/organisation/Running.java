package jp.tsunagi.people.organisation;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import org.jspecify.annotations.Nullable;

/** What still runs at a place after its last day: it must be settled before the place closes. */
public interface Running {
  /**
   * So much of it.
   *
   * @param words what, how many, and who settles it
   * @param way where it is settled, for the administrator; null where somebody else does it
   */
  record Left(String words, @Nullable Link way) {}

  /** At an organisation, after that day. */
  Optional<Left> after(Tx tx, OrganisationId organisation, LocalDate last);

  /** In a class, after that day. */
  Optional<Left> after(Tx tx, ClassId schoolClass, LocalDate last);
}
