package jp.tsunagi.base.name;

/**
 * Keys {@code from <= key < to} in the order of code points, which is that of {@code COLLATE "C"}
 * in UTF-8. One key alone is a range too, so that every lookup has one form.
 */
public record KeyRange(String from, String to) {
  /** No key holds a control character, so nothing lies between a key and this behind it. */
  private static final String JUST_AFTER = "\u0001";

  static KeyRange exactly(String key) {
    return new KeyRange(key, key + JUST_AFTER);
  }

  /** All keys that begin so. */
  static KeyRange startingWith(String prefix) {
    return new KeyRange(prefix, after(prefix));
  }

  /** Whether a key lies within, as the database decides it. */
  public boolean contains(String key) {
    return compare(from, key) <= 0 && compare(key, to) < 0;
  }

  private static String after(String prefix) {
    var last = prefix.codePointBefore(prefix.length());
    var rest = prefix.substring(0, prefix.length() - Character.charCount(last));
    if (last == Character.MAX_CODE_POINT) {
      return after(rest);
    }
    var next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
    return rest + Character.toString(next);
  }

  private static int compare(String a, String b) {
    var left = a.codePoints().iterator();
    var right = b.codePoints().iterator();
    while (left.hasNext() && right.hasNext()) {
      var order = Integer.compare(left.nextInt(), right.nextInt());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }
}
