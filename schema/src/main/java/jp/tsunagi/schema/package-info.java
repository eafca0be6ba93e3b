/** Build only: migrations in, typed SQL classes out, so that the schema is the single truth. */
@NullMarked
package jp.tsunagi.schema;

import org.jspecify.annotations.NullMarked;
