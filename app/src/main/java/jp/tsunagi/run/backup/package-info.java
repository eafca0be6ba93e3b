/**
 * バックアップ: the file that holds a whole installation at one moment, encrypted for whoever keeps the
 * key, how it is written, read and checked (docs/backup.md).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.database"})
package jp.tsunagi.run.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
