/**
 * 土台: the transaction in which everything happens, for whom it happens (tenant and actor context),
 * and the ids. No other package may touch a connection: without a {@link Scope} there is no query.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.tsunagi.base.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
