/**
 * 氏名・かな・異体字: names as families write them, and the keys by which they are found (F3).
 *
 * <p>氏名 = {@code PersonName}, ふりがな = {@code Ruby}, 検索キー = {@code SearchKeys}, 探す = {@code
 * SearchQuery}. Writing is kept code point by code point, 異体字 selectors included, and never
 * normalised; everything that makes 髙嶺 findable as たかみね, ﾀｶﾐﾈ or 高嶺 happens in the keys beside it.
 * Pure, without database: keys are rows of {@code child_key}, queries are ranges over it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "base.calendar")
package jp.tsunagi.base.name;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
