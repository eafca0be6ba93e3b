/**
 * 見まもり: what tells whoever runs the program how it is. The listener for watchers (alive, ready,
 * figures), the number and the time of each request, and the lines of the log, which hold nothing
 * of anybody (SECURITY: invariant 9).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base.access", "base.database", "base.trace", "base.ui", "people.staff"})
package jp.tsunagi.run.monitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
