package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ConsentPartyRecord;
import jp.tsunagi.schema.tables.records.ConsentRecord;
import jp.tsunagi.schema.tables.records.ConsentScopeRecord;

/** Reads the facts from which grants follow. */
final class GrantSql {
  private GrantSql() {}

  static GrantRule.Facts facts(Tx tx, ChildId child) {
    return new GrantRule.Facts(consents(tx, child), involved(tx, child), deciding(tx, child));
  }

  private static List<GrantRule.Given> consents(Tx tx, ChildId child) {
    List<ConsentRecord> consents =
        tx.sql()
            .selectFrom(CONSENT)
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.eq(child))
            .and(
                notExists(
                    selectOne()
                        .from(CONSENT_WITHDRAWAL)
                        .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                        .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID))))
            .fetch();
    List<ConsentId> ids = consents.stream().map(ConsentRecord::getConsentId).toList();
    Map<ConsentId, List<ConsentPartyRecord>> parties =
        tx
            .sql()
            .selectFrom(CONSENT_PARTY)
            .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_PARTY.CONSENT_ID.in(ids))
            .fetchGroups(CONSENT_PARTY.CONSENT_ID)
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<ConsentId, List<ConsentScopeRecord>> scopes =
        tx
            .sql()
            .selectFrom(CONSENT_SCOPE)
            .where(CONSENT_SCOPE.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_SCOPE.CONSENT_ID.in(ids))
            .fetchGroups(CONSENT_SCOPE.CONSENT_ID)
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return consents.stream()
        .map(row ->
            given(
                row,
                parties.getOrDefault(row.getConsentId(), List.of()),
                scopes.getOrDefault(row.getConsentId(), List.of())))
        .toList();
  }

  private static GrantRule.Given given(
      ConsentRecord row, List<ConsentPartyRecord> parties, List<ConsentScopeRecord> scopes) {
    return new GrantRule.Given(
        row.getConsentId().value(),
        ConsentKind.valueOf(row.getKind()),
        row.getGiverId(),
        row.getFromAll() ? Optional.empty() : Optional.of(side(parties, "GIVING")),
        side(parties, "RECEIVING"),
        scopes.stream()
            .map(scope ->
                new ScopeLine(
                    Category.valueOf(scope.getCategory()),
                    Optional.of(scope.getSection()).filter(section -> !section.isEmpty())))
            .toList(),
        row.getWithHistory(),
        new Period(row.getValidFrom(), row.getValidTo()));
  }

  private static Set<OrganisationId> side(List<ConsentPartyRecord> parties, String side) {
    Set<OrganisationId> organisations = new HashSet<>();
    for (ConsentPartyRecord party : parties) {
      if (party.getSide().equals(side)) {
        organisations.add(party.getOrganisationId());
      }
    }
    return organisations;
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
