package jp.tsunagi.record.print;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.ItemId;

/**
 * A paper that was handed out.
 *
 * @param by who did, by name
 * @param consent the consent by which it went out of the house
 */
public record Issued(
    IssueId id,
    IssueNumber number,
    ChildId child,
    ItemId item,
    String receiver,
    String purpose,
    Format format,
    Instant at,
    String by,
    Optional<ConsentId> consent) {}
