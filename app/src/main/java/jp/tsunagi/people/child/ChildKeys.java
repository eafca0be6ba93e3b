package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.schema.tables.records.ChildKeyRecord;
import jp.tsunagi.schema.tables.records.ChildNameRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows by which a child is found: every name it ever had, birth date, the guardians' phones.
 */
@Component
final class ChildKeys {

  /**
   * Works the rows out anew from what is on record, whether or not its writer reaches the child.
   */
  void refresh(Tx tx, ChildId child) {
    tx.as(
        new Actor.Job(tx.tenant(), "child keys"),
        () -> {
          replace(tx, child, keys(tx, child));
          return true;
        });
  }

  private static Set<String> keys(Tx tx, ChildId child) {
    Set<String> keys = new LinkedHashSet<>();
    for (PersonName name : names(tx, child)) {
      keys.addAll(SearchKeys.of(name));
    }
    tx.sql()
        .select(CHILD.BIRTH_DATE)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child))
        .fetch(CHILD.BIRTH_DATE)
        .forEach(date -> keys.add(SearchKeys.birth(date)));
    phones(tx, child).forEach(phone -> SearchKeys.phone(phone).ifPresent(keys::add));
    return keys;
  }

  private static void replace(Tx tx, ChildId child, Set<String> keys) {
    tx.sql()
        .deleteFrom(CHILD_KEY)
        .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_KEY.CHILD_ID.eq(child))
        .execute();
    List<ChildKeyRecord> rows =
        keys.stream()
            .map(key -> {
              ChildKeyRecord row = tx.sql().newRecord(CHILD_KEY);
              row.setTenantId(tx.tenant());
              row.setKey(key);
              row.setChildId(child);
              return row;
            })
            .toList();
    tx.sql().batchInsert(rows).execute();
  }

  private static List<PersonName> names(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .fetch(ChildKeys::name);
  }

  static PersonName name(ChildNameRecord row) {
    return PersonName.of(
            new NamePart(row.getFamily(), row.getFamilyKana()),
            new NamePart(row.getGiven(), row.getGivenKana()))
        .withMiddle(part(row.getMiddle(), row.getMiddleKana()));
  }

  private static NamePart part(@Nullable String written, @Nullable String kana) {
    return written == null || kana == null ? NamePart.NONE : new NamePart(written, kana);
  }

  private static List<String> phones(Tx tx, ChildId child) {
    return tx.sql()
        .select(GUARDIAN.PHONE)
        .from(GUARDIANSHIP)
        .join(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .and(GUARDIAN.PHONE.isNotNull())
        .fetch(row -> row.value1());
  }
}
