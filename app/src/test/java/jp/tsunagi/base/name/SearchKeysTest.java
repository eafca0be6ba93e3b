package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class SearchKeysTest {
  @Example
  void aNameOfFourKanjiHasNineRows() {
    var name = PersonName.of(new NamePart("青空", "あおぞら"), new NamePart("陽太", "はるた"));
    assertThat(SearchKeys.of(name))
        .containsExactlyInAnyOrder(
            "nアオソラハルタ", "gハルタアオソラ", "fアオソラ", "n青空陽太", "g陽太青空", "f青空", "b青空", "b空陽", "b陽太");
  }

  @Example
  void sameReadingIsOneOfTheRows() {
    var name = PersonName.of(new NamePart("小川", "おがわ"), new NamePart("海", "うみ"));
    var other = PersonName.of(new NamePart("緒川", "ｵｶﾞﾜ"), new NamePart("うみ", "ウミ"));
    assertThat(SearchKeys.of(name)).contains(SearchKeys.sameReading(name));
    assertThat(SearchKeys.sameReading(other)).isEqualTo(SearchKeys.sameReading(name));
  }

  @Example
  void phonesAreKnownByTheirLastFourDigits() {
    assertThat(SearchKeys.phone("080-0000-1234")).contains("p1234");
    assertThat(SearchKeys.phone("０８０００００１２３４")).contains("p1234");
    assertThat(SearchKeys.phone("119")).isEmpty();
  }

  @Property
  void keysHoldNoControlCharacters(@ForAll("names") PersonName name) {
    assertThat(SearchKeys.of(name))
        .allSatisfy(key -> assertThat(key.codePoints()).allMatch(c -> c > 0x20))
        .allSatisfy(key -> assertThat(key.length()).isGreaterThan(1));
  }

  /** The database compares the bytes of UTF-8. */
  @Property
  void rangesAreThoseOfTheDatabase(
      @ForAll @StringLength(max = 4) String prefix, @ForAll @StringLength(max = 6) String key) {
    var range = KeyRange.startingWith("n" + clean(prefix));
    for (var candidate :
        new String[] {"n" + clean(key), "n" + clean(prefix) + clean(key), "o", "m"}) {
      var inBytes = compare(range.from(), candidate) <= 0 && compare(candidate, range.to()) < 0;
      assertThat(range.contains(candidate)).isEqualTo(inBytes);
      assertThat(inBytes).isEqualTo(candidate.startsWith("n" + clean(prefix)));
    }
  }

  @Property
  void oneKeyIsARangeOfOne(@ForAll("names") PersonName name, @ForAll("names") PersonName other) {
    for (var key : SearchKeys.of(name)) {
      var range = KeyRange.exactly(key);
      assertThat(range.contains(key)).isTrue();
      assertThat(SearchKeys.of(other)).allMatch(o -> o.equals(key) == range.contains(o));
    }
  }

  private static String clean(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("\u0000", "");
  }

  private static int compare(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<PersonName> names() {
    return Names.names();
  }
}
