package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;

import java.util.List;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** Reads the facts from which grants follow. */
final class GrantSql {
  private GrantSql() {}

  static GrantRule.Facts facts(Tx tx, ChildId child) {
    return new GrantRule.Facts(consents(tx, child), involved(tx, child), deciding(tx, child));
  }

  /** Whether a whole category of everybody's records is open to an organisation today. */
  static boolean opened(Tx tx, ChildId child, OrganisationId organisation, Category category) {
    return tx.sql()
        .fetchExists(
            ACCESS_GRANT,
            ACCESS_GRANT
                .TENANT_ID
                .eq(tx.tenant())
                .and(ACCESS_GRANT.CHILD_ID.eq(child))
                .and(ACCESS_GRANT.GRANTEE_ID.eq(organisation.value()))
                .and(ACCESS_GRANT.CATEGORY.eq(category.name()))
                .and(ACCESS_GRANT.AUTHOR_ID.isNull())
                .and(ACCESS_GRANT.SECTION.isNull())
                .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
                .and(ACCESS_GRANT.VALID_TO.gt(tx.today())));
  }

  /** Every consent that has not been withdrawn. */
  private static List<GrantRule.Given> consents(Tx tx, ChildId child) {
    return ConsentSql.of(tx, child).stream()
        .filter(consent -> consent.withdrawal().isEmpty())
        .map(Consent::given)
        .toList();
  }

  private static List<GrantRule.Involved> involved(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .fetch(row ->
            new GrantRule.Involved(
                row.getOrganisationId(), new Period(row.getValidFrom(), row.getValidTo())));
  }

  private static List<GrantRule.Deciding> deciding(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(GUARDIANSHIP)
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .and(GUARDIANSHIP.AUTHORITY_FROM.isNotNull())
        .fetch(row ->
            new GrantRule.Deciding(
                row.getGuardianId(), new Period(row.getAuthorityFrom(), row.getAuthorityTo())));
  }
}
