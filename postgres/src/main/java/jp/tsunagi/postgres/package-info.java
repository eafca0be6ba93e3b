/**
 * A real PostgreSQL that needs nothing installed: unpacked from the class path, kept in a data
 * folder, durable (fsync on), reachable on loopback with a password only.
 */
@NullMarked
package jp.tsunagi.postgres;

import org.jspecify.annotations.NullMarked;
