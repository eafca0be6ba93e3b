/**
 * 様式: what a sheet asks, and what was answered. A form is data with versions, never code (F5).
 *
 * <p>様式 = {@code FormDefinition}, 項目のまとまり = {@code Section} (one category, one writer), 項目 = {@code
 * Field}, 記入 = {@code Answers}. Pure rules of reading, checking, comparing, merging and carrying
 * over to next year; who may read or write what is decided elsewhere. 引き継げなかった記入 is never dropped:
 * it is {@code LeftOver} and shown. Published versions are kept in the database, {@code
 * FormVersions}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.ui",
      "people.organisation"
    })
package jp.tsunagi.record.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
