/** The habits of the house, as tests: each with a list of exceptions that may only get shorter. */
@NullMarked
package jp.tsunagi.house;

import org.jspecify.annotations.NullMarked;
