package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ConsentPartyRecord;
import jp.tsunagi.schema.tables.records.ConsentRecord;
import jp.tsunagi.schema.tables.records.ConsentScopeRecord;
import jp.tsunagi.schema.tables.records.ConsentWithdrawalRecord;

/**
 * Reads consents with their parties, scope and withdrawal. Who may see them is not decided here.
 */
final class ConsentSql {
  /** Stands for the means where no family took the consent back. */
  static final String UNNEEDED = "UNNEEDED";

  /** The same: the place that had agreed to show it ended that. */
  static final String STOPPED = "STOPPED";

  private ConsentSql() {}

  /** All consents of a child that row level security lets through, newest first. */
  static List<Consent> of(Tx tx, ChildId child) {
    return of(tx, Set.of(child));
  }

  private record Row(ConsentRecord consent, LocalDate birth) {}

  /** All consents of these children, newest first. */
  static List<Consent> of(Tx tx, Set<ChildId> children) {
    List<Row> rows =
        tx.sql()
            .select(CONSENT.fields())
            .select(CHILD.BIRTH_DATE)
            .from(CONSENT)
            .join(CHILD)
            .on(CHILD.TENANT_ID.eq(tx.tenant()))
            .and(CHILD.CHILD_ID.eq(CONSENT.CHILD_ID))
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT.CHILD_ID.in(children))
            .orderBy(CONSENT.GIVEN_ON.desc(), CONSENT.CONSENT_ID.desc())
            .fetch(row -> new Row(row.into(CONSENT), row.get(CHILD.BIRTH_DATE)));
    if (rows.isEmpty()) {
      return List.of();
    }
    List<ConsentId> ids = rows.stream().map(row -> row.consent().getConsentId()).toList();
    var parties = parties(tx, ids);
    var scopes = scopes(tx, ids);
    var withdrawals = withdrawals(tx, ids);
    var confirmed = ConfirmationSql.confirmed(tx, ids);
    return rows.stream()
        .map(one -> {
          ConsentRecord row = one.consent();
          return consent(
              row,
              one.birth(),
              parties.getOrDefault(row.getConsentId(), List.of()),
              scopes.getOrDefault(row.getConsentId(), List.of()),
              Optional.ofNullable(withdrawals.get(row.getConsentId())),
              confirmed.contains(row.getConsentId()));
        })
        .toList();
  }

  private static Map<ConsentId, List<ConsentPartyRecord>> parties(
      Tx tx, Collection<ConsentId> ids) {
    return tx
        .sql()
        .selectFrom(CONSENT_PARTY)
        .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_PARTY.CONSENT_ID.in(ids))
        .fetch()
        .stream()
        .collect(Collectors.groupingBy(ConsentPartyRecord::getConsentId));
  }

  private static Map<ConsentId, List<ConsentScopeRecord>> scopes(Tx tx, Collection<ConsentId> ids) {
    return tx
        .sql()
        .selectFrom(CONSENT_SCOPE)
        .where(CONSENT_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_SCOPE.CONSENT_ID.in(ids))
        .fetch()
        .stream()
        .collect(Collectors.groupingBy(ConsentScopeRecord::getConsentId));
  }

  private static Map<ConsentId, Consent.Withdrawal> withdrawals(Tx tx, Collection<ConsentId> ids) {
    return tx
        .sql()
        .selectFrom(CONSENT_WITHDRAWAL)
        .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_WITHDRAWAL.CONSENT_ID.in(ids))
        .fetch()
        .stream()
        .collect(Collectors.toMap(ConsentWithdrawalRecord::getConsentId, ConsentSql::withdrawal));
  }

  private static Consent.Withdrawal withdrawal(ConsentWithdrawalRecord row) {
    return new Consent.Withdrawal(
        row.getAt().toInstant(),
        Optional.of(row.getMeans())
            .filter(it -> !it.equals(UNNEEDED) && !it.equals(STOPPED))
            .map(ConsentMeans::valueOf),
        row.getMeans().equals(STOPPED),
        row.getAskedOn());
  }

  private static Consent consent(
      ConsentRecord row,
      LocalDate birth,
      List<ConsentPartyRecord> parties,
      List<ConsentScopeRecord> scopes,
      Optional<Consent.Withdrawal> withdrawal,
      boolean confirmed) {
    return new Consent(
        row.getConsentId(),
        row.getChildId(),
        ConsentKind.valueOf(row.getKind()),
        new GuardianId(row.getGiverId()),
        ConsentMeans.valueOf(row.getMeans()),
        row.getGivenOn(),
        row.getPurpose(),
        Optional.ofNullable(row.getPlace()),
        row.getFromAll() ? Optional.empty() : Optional.of(side(parties, "GIVING")),
        side(parties, "RECEIVING"),
        scopes.stream().map(ConsentSql::line).sorted(SectionWords.ORDER).toList(),
        row.getWithHistory(),
        ComingOfAge.held(new Period(row.getValidFrom(), row.getValidTo()), birth),
        Optional.ofNullable(row.getPaperPlace()),
        row.getAwaits() && !confirmed,
        Optional.ofNullable(row.getItemId()),
        withdrawal);
  }

  private static ScopeLine line(ConsentScopeRecord row) {
    return new ScopeLine(
        Category.valueOf(row.getCategory()),
        Optional.of(row.getSection()).filter(section -> !section.isEmpty()),
        ScopeLine.OfSheet.of(row.getSheetId(), row.getSheetYear()));
  }

  private static Set<OrganisationId> side(List<ConsentPartyRecord> parties, String side) {
    return parties.stream()
        .filter(party -> party.getSide().equals(side))
        .map(ConsentPartyRecord::getOrganisationId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
