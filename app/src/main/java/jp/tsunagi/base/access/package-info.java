/**
 * 閲覧権限: who acts (職員, 保護者, 本人, the program itself), what a post may do, and the one predicate that
 * every query of a child's data carries. Keeps the grants and the reach that follow from consent
 * and involvement. The rule itself is written out in docs/access.md.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.database"})
package jp.tsunagi.base.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
