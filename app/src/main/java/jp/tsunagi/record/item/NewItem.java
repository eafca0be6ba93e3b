package jp.tsunagi.record.item;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;

/**
 * An item about to be added.
 *
 * @param section form key/section key for a part of a sheet
 * @param forGuardian whether a guardian with authority reads it once final
 * @param onDate the day it is about, in Japan
 * @param gist one line for the timeline, empty where no words say anything yet; it is content and
 *     read under the same rule
 */
public record NewItem(
    ChildId child,
    ItemKind kind,
    Category category,
    Author author,
    Optional<String> section,
    Optional<SheetId> sheet,
    int revision,
    ItemState state,
    boolean forGuardian,
    LocalDate onDate,
    String gist) {}
