package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_PART;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.item.ItemState;

/**
 * Texts that stand word for word in another child's sheet. Only sheets of the same form and place,
 * of this year and the last, of children whom the writer may read anyway; which child it is is
 * never said.
 */
final class SameWords {
  /** A text of fewer characters is alike by chance. */
  private static final int SHORTEST = 15;

  /** Parts that are looked at; a class and a school's coordinator stay below. */
  private static final int MOST_PARTS = 1000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{P}]+");

  private SameWords() {}

  /** One spelling of what reads alike: without blanks and marks, full width made half width. */
  static String plain(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  /** Whether it says enough to be somebody's own words. */
  static boolean tells(String text) {
    String plain = plain(text);
    return plain.codePointCount(0, plain.length()) >= SHORTEST;
  }

  static boolean same(String one, String other) {
    return tells(one) && plain(one).equals(plain(other));
  }

  /** The texts of other children's sheets, each as {@link #plain} spells it. */
  static Set<String> others(Tx tx, Sheet sheet) {
    Set<String> texts = new HashSet<>();
    if (sheet.organisation().isEmpty()) {
      return texts;
    }
    tx.sql()
        .select(SHEET_PART.ANSWERS)
        .from(SHEET)
        .join(SHEET_PART)
        .on(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(SHEET.SHEET_ID))
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(SHEET_PART.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(SHEET_PART.ITEM_ID))
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.ORGANISATION_ID.eq(sheet.organisation().get()))
        .and(SHEET.FORM_KEY.eq(sheet.form()))
        .and(SHEET.FISCAL_YEAR.between(sheet.fiscalYear() - 1, sheet.fiscalYear()))
        .and(SHEET.CHILD_ID.ne(sheet.child()))
        .and(SHEET_PART.GIVEN_BY_KIND.eq("ORGANISATION"))
        .and(ITEM.LATEST.isTrue())
        .and(ITEM.STATE.ne(ItemState.WITHDRAWN.name()))
        .and(Readable.item(tx))
        .orderBy(SHEET_PART.CHANGED_AT.desc())
        .limit(MOST_PARTS)
        .forEach(row -> texts(Answers.ofJson(row.value1().data())).forEach(texts::add));
    return texts;
  }

  private static Stream<String> texts(Answers answers) {
    return answers.byField().values().stream().flatMap(SameWords::texts);
  }

  private static Stream<String> texts(Answer answer) {
    return switch (answer) {
      case Answer.Text(var text) when tells(text) -> Stream.of(plain(text));
      case Answer.Rows(var rows) -> List.copyOf(rows.values()).stream().flatMap(SameWords::texts);
      default -> Stream.of();
    };
  }
}
