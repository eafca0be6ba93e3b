/** つなぎ: the 発達支援システム of a municipality. Six wings, see docs/ARCHITECTURE.md. */
@NullMarked
package jp.tsunagi;

import org.jspecify.annotations.NullMarked;
