/**
 * 記録の記録: every view, print, export and change of a child's data leaves a row, written in the
 * transaction that shows or changes it (F1). Rows are added, never changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.database", "base.access"})
package jp.tsunagi.base.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
