package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** The staff of an organisation today, as a ledger may name them: by their names, by reading. */
record StaffNames(Map<StaffId, String> names) {
  StaffNames {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  static StaffNames of(Tx tx, OrganisationId organisation) {
    Map<StaffId, String> names = new LinkedHashMap<>();
    tx.sql()
        .selectDistinct(STAFF.KANA, STAFF.NAME, STAFF.STAFF_ID)
        .from(STAFF)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STAFF_ID.eq(STAFF.STAFF_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.eq(organisation))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .orderBy(STAFF.KANA, STAFF.NAME, STAFF.STAFF_ID)
        .forEach(row -> names.put(row.value3(), row.value2()));
    return new StaffNames(names);
  }

  /** Whoever bears that name, blanks left out. */
  Optional<StaffId> find(String name) {
    return names.entrySet().stream()
        .filter(one -> plain(one.getValue()).equals(plain(name)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String plain(String name) {
    return name.replaceAll("[\\s\\u3000]+", "");
  }
}
