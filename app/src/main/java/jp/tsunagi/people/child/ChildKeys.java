package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Consequence;
import jp.tsunagi.base.database.Rows;
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
  private final Consequence keys = ChildKeys::workOut;

  /** A name, the birth date or a phone has changed: the rows follow. */
  void refresh(Tx tx, ChildId child) {
    tx.follow(keys, child);
  }

  /** From what is on record, whether or not its writer reaches the child. */
  private static void workOut(Tx tx, Set<ChildId> children) {
    tx.as(
        new Actor.Job(tx.tenant(), "child keys"),
        () -> {
          replace(tx, children, keys(tx, children));
          return true;
        });
  }

  private static Map<ChildId, Set<String>> keys(Tx tx, Set<ChildId> children) {
    Map<ChildId, Set<String>> keys = new HashMap<>();
    children.forEach(child -> keys.put(child, new LinkedHashSet<>()));
    names(tx, children)
        .forEach(
            (child, names) -> names.forEach(name -> of(keys, child).addAll(SearchKeys.of(name))));
    births(tx, children).forEach((child, birth) -> of(keys, child).add(SearchKeys.birth(birth)));
    phones(tx, children)
        .forEach((child, phones) ->
            phones.forEach(phone -> SearchKeys.phone(phone).ifPresent(of(keys, child)::add)));
    return keys;
  }

  private static Set<String> of(Map<ChildId, Set<String>> keys, ChildId child) {
    return Objects.requireNonNull(keys.get(child));
  }

  /** Only what is no longer right is taken out, and only what is missing put in. */
  private static void replace(Tx tx, Set<ChildId> children, Map<ChildId, Set<String>> keys) {
    Map<ChildId, Set<String>> before =
        tx
            .sql()
            .select(CHILD_KEY.CHILD_ID, CHILD_KEY.KEY)
            .from(CHILD_KEY)
            .where(CHILD_KEY.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_KEY.CHILD_ID.in(children))
            .fetch()
            .intoGroups(CHILD_KEY.CHILD_ID, row -> row.value2())
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    tx.sql().batchDelete(rows(tx, before, keys)).execute();
    Rows.insert(tx, rows(tx, keys, before));
  }

  private static List<ChildKeyRecord> rows(
      Tx tx, Map<ChildId, Set<String>> these, Map<ChildId, Set<String>> butNot) {
    List<ChildKeyRecord> rows = new ArrayList<>();
    these.forEach((child, keys) ->
        keys.stream()
            .filter(key -> !butNot.getOrDefault(child, Set.of()).contains(key))
            .forEach(key -> rows.add(row(tx, child, key))));
    return rows;
  }

  private static ChildKeyRecord row(Tx tx, ChildId child, String key) {
    ChildKeyRecord row = tx.sql().newRecord(CHILD_KEY);
    row.setTenantId(tx.tenant());
    row.setKey(key);
    row.setChildId(child);
    return row;
  }

  private static Map<ChildId, List<PersonName>> names(Tx tx, Set<ChildId> children) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.in(children))
        .fetch()
        .intoGroups(CHILD_NAME.CHILD_ID, ChildKeys::name);
  }

  private static Map<ChildId, LocalDate> births(Tx tx, Set<ChildId> children) {
    return tx.sql()
        .select(CHILD.CHILD_ID, CHILD.BIRTH_DATE)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.in(children))
        .fetchMap(CHILD.CHILD_ID, CHILD.BIRTH_DATE);
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

  private static Map<ChildId, List<String>> phones(Tx tx, Set<ChildId> children) {
    return tx.sql()
        .select(GUARDIANSHIP.CHILD_ID, GUARDIAN.PHONE)
        .from(GUARDIANSHIP)
        .join(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.in(children))
        .and(GUARDIAN.PHONE.isNotNull())
        .fetchGroups(GUARDIANSHIP.CHILD_ID, GUARDIAN.PHONE);
  }
}
