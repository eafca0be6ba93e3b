/**
 * 記録の背骨: one row per part of a sheet or entry, with category, author, state and day. What may be
 * read of a child is decided here, item by item; the timeline is a query on it (A1).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base.database", "base.access", "base.calendar", "base.trace"})
package jp.tsunagi.record.item;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
