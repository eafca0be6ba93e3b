package jp.tsunagi.record.idea;

import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Text;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Looks for names of children in a text before others read it: of those whom the writer may see,
 * and of nobody else, so that nothing is learnt of a child by asking.
 */
final class ChildNames {
  private ChildNames() {}

  static List<String> in(Tx tx, String text) {
    List<NamesIn.Name> names =
        tx
            .sql()
            .select(
                CHILD_NAME.FAMILY, CHILD_NAME.GIVEN, CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA)
            .from(CHILD_NAME)
            .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
            .and(Readable.child(tx, CHILD_NAME.CHILD_ID))
            .and(
                or(
                    stands(text, CHILD_NAME.GIVEN),
                    stands(text, CHILD_NAME.GIVEN_KANA),
                    stands(text, CHILD_NAME.FAMILY),
                    stands(text, CHILD_NAME.FAMILY_KANA)))
            .fetch()
            .stream()
            .flatMap(row ->
                Stream.of(
                    new NamesIn.Name(row.value1(), row.value2()),
                    new NamesIn.Name(row.value3(), row.value4())))
            .toList();
    return NamesIn.of(text, names, titles());
  }

  private static Condition stands(String text, Field<String> name) {
    return position(val(text), name).gt(0);
  }

  private static List<String> titles() {
    return Arrays.asList(Text.in(Locale.JAPANESE, "idea.titles").split(","));
  }
}
