/**
 * 運用: the commands of the program (demo, serve, routes …), how it starts on a bare machine, its
 * health and its list of routes.
 */
@NullMarked
@ApplicationModule
package jp.tsunagi.run.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
