package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.GUARDIAN_AUTHORITY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.schema.tables.records.GuardianshipRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 保護者: who they are, what they are to which child, and since when they decide for it. */
@Component
public final class Guardians {
  private final ApplicationEventPublisher events;
  private final ChildKeys keys;

  Guardians(ApplicationEventPublisher events, ChildKeys keys) {
    this.events = events;
    this.keys = keys;
  }

  /** Who decides for a child has changed; what guardians may read must be worked out again, now. */
  public record GuardianshipChanged(Tx tx, ChildId child) {}

  /**
   * A guardian as a person.
   *
   * @param language BCP 47 tag of the language spoken, empty for Japanese
   */
  public record Guardian(
      GuardianId id, String name, String kana, Optional<String> phone, Optional<String> language) {
    public Guardian {
      kana = NamePart.reading(kana);
    }
  }

  /**
   * What a guardian is to one child.
   *
   * @param callOrder whom to call first, from 1
   * @param authority the period in which this guardian decides for the child, as it is on record;
   *     empty: does not
   * @param kind by what; there whenever authority is
   */
  public record Guardianship(
      GuardianId guardian,
      Relation relation,
      int callOrder,
      Optional<String> callNote,
      Optional<Period> authority,
      Optional<AuthorityKind> kind) {

    /** By what is usual for the relation. */
    public Guardianship(
        GuardianId guardian,
        Relation relation,
        int callOrder,
        Optional<String> callNote,
        Optional<Period> authority) {
      this(
          guardian,
          relation,
          callOrder,
          callNote,
          authority,
          authority.map(_ -> AuthorityKind.usual(relation)));
    }
  }

  /** Adds a guardian, or replaces what is said of one; whose child it is, {@link #relate} says. */
  public void put(Tx tx, Guardian guardian) {
    tx.as(
        new Actor.Job(tx.tenant(), "guardian"),
        () -> {
          write(tx, guardian);
          childrenOf(tx, guardian.id()).forEach(child -> keys.refresh(tx, child));
          return true;
        });
  }

  private static void write(Tx tx, Guardian guardian) {
    String phone = guardian.phone().orElse(null);
    tx.sql()
        .insertInto(GUARDIAN)
        .set(GUARDIAN.TENANT_ID, tx.tenant())
        .set(GUARDIAN.GUARDIAN_ID, guardian.id())
        .set(GUARDIAN.NAME, guardian.name())
        .set(GUARDIAN.KANA, guardian.kana())
        .set(GUARDIAN.PHONE, phone)
        .set(GUARDIAN.LANGUAGE, guardian.language().orElse(null))
        .onConflict(GUARDIAN.TENANT_ID, GUARDIAN.GUARDIAN_ID)
        .doUpdate()
        .set(GUARDIAN.NAME, guardian.name())
        .set(GUARDIAN.KANA, guardian.kana())
        .set(GUARDIAN.PHONE, phone)
        .set(GUARDIAN.LANGUAGE, guardian.language().orElse(null))
        .execute();
  }

  private static List<ChildId> childrenOf(Tx tx, GuardianId guardian) {
    return tx.sql()
        .select(GUARDIANSHIP.CHILD_ID)
        .from(GUARDIANSHIP)
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian))
        .fetch(GUARDIANSHIP.CHILD_ID);
  }

  /**
   * Keeps what was shown when authority over the child was put on record.
   *
   * @param by the organisation that wrote it down
   */
  public void note(
      Tx tx,
      ChildId child,
      GuardianId guardian,
      Optional<Period> authority,
      String evidence,
      OrganisationId by) {
    tx.sql()
        .insertInto(GUARDIAN_AUTHORITY)
        .set(GUARDIAN_AUTHORITY.TENANT_ID, tx.tenant())
        .set(GUARDIAN_AUTHORITY.AUTHORITY_ID, Id.fresh())
        .set(GUARDIAN_AUTHORITY.CHILD_ID, child)
        .set(GUARDIAN_AUTHORITY.GUARDIAN_ID, guardian)
        .set(GUARDIAN_AUTHORITY.VALID_FROM, authority.map(Period::from).orElse(null))
        .set(GUARDIAN_AUTHORITY.VALID_TO, authority.map(Period::to).orElse(null))
        .set(GUARDIAN_AUTHORITY.EVIDENCE, evidence)
        .set(GUARDIAN_AUTHORITY.ORGANISATION_ID, by)
        .set(GUARDIAN_AUTHORITY.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(GUARDIAN_AUTHORITY.RECORDED_BY, Actor.of(tx).id().orElse(null))
        .execute();
  }

  /** Says what a guardian is to a child, or replaces it. */
  public void relate(Tx tx, ChildId child, Guardianship is) {
    if (add(tx, child, is) == 0) {
      change(tx, child, is);
    }
    keys.refresh(tx, child);
    events.publishEvent(new GuardianshipChanged(tx, child));
  }

  private static int add(Tx tx, ChildId child, Guardianship is) {
    return tx.sql()
        .insertInto(GUARDIANSHIP)
        .set(GUARDIANSHIP.TENANT_ID, tx.tenant())
        .set(GUARDIANSHIP.CHILD_ID, child)
        .set(GUARDIANSHIP.GUARDIAN_ID, is.guardian())
        .set(GUARDIANSHIP.RELATION, is.relation().name())
        .set(GUARDIANSHIP.CALL_ORDER, is.callOrder())
        .set(GUARDIANSHIP.CALL_NOTE, is.callNote().orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_FROM, is.authority().map(Period::from).orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_TO, is.authority().map(Period::to).orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_KIND, is.kind().map(Enum::name).orElse(null))
        .onConflictDoNothing()
        .execute();
  }

  private static void change(Tx tx, ChildId child, Guardianship is) {
    tx.sql()
        .update(GUARDIANSHIP)
        .set(GUARDIANSHIP.RELATION, is.relation().name())
        .set(GUARDIANSHIP.CALL_ORDER, is.callOrder())
        .set(GUARDIANSHIP.CALL_NOTE, is.callNote().orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_FROM, is.authority().map(Period::from).orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_TO, is.authority().map(Period::to).orElse(null))
        .set(GUARDIANSHIP.AUTHORITY_KIND, is.kind().map(Enum::name).orElse(null))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .and(GUARDIANSHIP.GUARDIAN_ID.eq(is.guardian()))
        .execute();
  }

  /** Notes that the guardian has an account of the portal now. */
  public void gotAccount(Tx tx, GuardianId guardian, AccountId account) {
    tx.sql()
        .update(GUARDIAN)
        .set(GUARDIAN.ACCOUNT_ID, account)
        .where(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(guardian))
        .execute();
  }

  /**
   * A guardian of one child, with what she or he is to it.
   *
   * @param deciding the days on which she or he decides for it: authority, but for restrictions and
   *     the days on which the person is of age
   */
  public record Related(
      Guardian person, Guardianship is, boolean hasAccount, List<Period> deciding) {
    public boolean decides(LocalDate day) {
      return deciding.stream().anyMatch(period -> period.contains(day));
    }
  }

  /** Who of one child decides when. */
  public record Deciding(GuardianId guardian, List<Period> periods) {}

  /** Who decides when for each of these children; those who never do are left out. */
  public static Map<ChildId, List<Deciding>> deciding(Tx tx, Set<ChildId> children) {
    var restricted = RestrictionSql.periods(tx, children);
    return tx.sql()
        .select(GUARDIANSHIP.fields())
        .select(CHILD.BIRTH_DATE)
        .from(GUARDIANSHIP)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.in(children))
        .and(GUARDIANSHIP.AUTHORITY_FROM.isNotNull())
        .fetchGroups(
            GUARDIANSHIP.CHILD_ID,
            row -> {
              var is = row.into(GUARDIANSHIP);
              return new Deciding(
                  is.getGuardianId(), deciding(is, row.get(CHILD.BIRTH_DATE), restricted));
            });
  }

  /**
   * To whom beside the person it may be shown when, for each of these children: every guardian on
   * record who is not the person or acts for it, but for restrictions.
   */
  public static Map<ChildId, Map<GuardianId, List<Period>>> readers(Tx tx, Set<ChildId> children) {
    var restricted = RestrictionSql.periods(tx, children);
    Map<ChildId, Map<GuardianId, List<Period>>> readers = new HashMap<>();
    tx.sql()
        .select(GUARDIANSHIP.CHILD_ID, GUARDIANSHIP.GUARDIAN_ID, CHILD.BIRTH_DATE)
        .from(GUARDIANSHIP)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.in(children))
        .and(GUARDIANSHIP.RELATION.notIn(Relation.SELF.name(), Relation.ADULT_GUARDIAN.name()))
        .forEach(row ->
            readers
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(
                    row.value2(),
                    AuthorityRule.shown(
                        restricted.getOrDefault(
                            new RestrictionSql.Whom(row.value1(), row.value2()), List.of()),
                        AuthorityRule.ofAge(row.value3()))));
    return readers;
  }

  private static List<Period> deciding(
      GuardianshipRecord is, LocalDate birth, Map<RestrictionSql.Whom, List<Period>> restricted) {
    return AuthorityRule.deciding(
        Relation.valueOf(is.getRelation()),
        Optional.ofNullable(is.getAuthorityFrom())
            .map(from -> new Period(from, is.getAuthorityTo())),
        restricted.getOrDefault(
            new RestrictionSql.Whom(is.getChildId(), is.getGuardianId()), List.of()),
        AuthorityRule.ofAge(birth));
  }

  /** The guardians of a child for staff who may see them (FAMILY); none for others. */
  public List<Related> seen(Tx tx, Actor.Staff actor, Identity child) {
    return Sight.sees(tx, actor, child, Category.FAMILY) ? of(tx, child.id()) : List.of();
  }

  /** The guardians of a child in the order of calling. */
  public List<Related> of(Tx tx, ChildId child) {
    var restricted = RestrictionSql.periods(tx, Set.of(child));
    return tx.sql()
        .select(GUARDIAN.fields())
        .select(GUARDIANSHIP.fields())
        .select(CHILD.BIRTH_DATE)
        .from(GUARDIANSHIP)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
        .join(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .orderBy(GUARDIANSHIP.CALL_ORDER, GUARDIANSHIP.GUARDIAN_ID)
        .fetch(row -> {
          var person = row.into(GUARDIAN);
          var is = row.into(GUARDIANSHIP);
          return new Related(
              new Guardian(
                  person.getGuardianId(),
                  person.getName(),
                  person.getKana(),
                  Optional.ofNullable(person.getPhone()),
                  Optional.ofNullable(person.getLanguage())),
              new Guardianship(
                  is.getGuardianId(),
                  Relation.valueOf(is.getRelation()),
                  is.getCallOrder(),
                  Optional.ofNullable(is.getCallNote()),
                  Optional.ofNullable(is.getAuthorityFrom())
                      .map(from -> new Period(from, is.getAuthorityTo())),
                  Optional.ofNullable(is.getAuthorityKind()).map(AuthorityKind::valueOf)),
              person.getAccountId() != null,
              deciding(is, row.get(CHILD.BIRTH_DATE), restricted));
        });
  }
}
