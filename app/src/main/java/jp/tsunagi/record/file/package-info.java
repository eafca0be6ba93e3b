/**
 * 添付: scans and attachments. Each belongs to an item of the spine and is read exactly as that item
 * is; what it is, is sniffed from its bytes, never believed from its name.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base.database", "base.access", "base.ui", "base.trace", "record.item"})
package jp.tsunagi.record.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
