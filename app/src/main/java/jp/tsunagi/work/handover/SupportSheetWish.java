package jp.tsunagi.work.handover;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * What somebody wants to hand out.
 *
 * @param receiver in the register; empty: a place outside it
 * @param place name of a place outside the register, as it will stand on the paper
 * @param placeKind what kind of place that is, in words
 * @param parts ids of the chosen parts
 * @param form id of the page that shows how it would look: sent twice from it, it goes out once
 */
record SupportSheetWish(
    ConsentId consent,
    Optional<OrganisationId> receiver,
    String place,
    String placeKind,
    String purpose,
    Set<String> parts,
    UUID form) {
  static final int LONGEST = 100;

  SupportSheetWish {
    place = place.strip();
    placeKind = placeKind.strip();
    purpose = purpose.strip();
    parts = Set.copyOf(parts);
  }
}
