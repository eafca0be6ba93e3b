package jp.tsunagi.record.print;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * A paper about to be handed out.
 *
 * @param form id made when the form was shown: the same thing sent twice from it goes out once
 * @param seat the post that hands it out; its organisation is the author
 * @param category of the entry in the record that says so
 * @param receiver by name, as written on the paper
 * @param registered the receiver, where it stands in the register
 * @param purpose asked of whoever prints (ACCESS: print, export)
 * @param parts every item whose content the paper holds
 * @param consent the consent by which it goes out of the house; empty for use inside
 * @param gist one line for the timeline: だれに・何のため
 */
public record NewIssue(
    UUID form,
    ChildId child,
    Seat seat,
    Category category,
    String receiver,
    Optional<OrganisationId> registered,
    String purpose,
    List<ItemId> parts,
    Optional<ConsentId> consent,
    boolean forGuardian,
    String gist) {
  public NewIssue {
    parts = List.copyOf(parts);
  }
}
