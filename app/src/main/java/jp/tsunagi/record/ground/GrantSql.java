package jp.tsunagi.record.ground;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Guardians;

/** Reads the facts from which grants follow. */
final class GrantSql {
  private static final GrantRule.Facts NOTHING =
      new GrantRule.Facts(List.of(), List.of(), List.of(), List.of());

  private GrantSql() {}

  static GrantRule.Facts facts(Tx tx, ChildId child) {
    return facts(tx, Set.of(child)).getOrDefault(child, NOTHING);
  }

  /** The facts of each of the children. */
  static Map<ChildId, GrantRule.Facts> facts(Tx tx, Set<ChildId> children) {
    var consents = consents(tx, children);
    var involved = involved(tx, children);
    var deciding = deciding(tx, children);
    var objections = objections(tx, children);
    var showings = showings(tx, children);
    Map<ChildId, GrantRule.Facts> facts = new LinkedHashMap<>();
    for (ChildId child : children) {
      facts.put(
          child,
          new GrantRule.Facts(
              consents.getOrDefault(child, List.of()),
              involved.getOrDefault(child, List.of()),
              deciding.getOrDefault(child, List.of()),
              objections.getOrDefault(child, List.of()),
              showings.getOrDefault(child, List.of())));
    }
    return facts;
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
                .and(ACCESS_GRANT.GROUND_KIND.ne("LAW"))
                .and(ACCESS_GRANT.AUTHOR_ID.isNull())
                .and(ACCESS_GRANT.SECTION.isNull())
                .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
                .and(ACCESS_GRANT.VALID_TO.gt(tx.today())));
  }

  /** Every consent that has not been withdrawn and waits for nobody. */
  private static Map<ChildId, List<GrantRule.Given>> consents(Tx tx, Set<ChildId> children) {
    return ConsentSql.of(tx, children).stream()
        .filter(consent -> consent.withdrawal().isEmpty() && !consent.awaits())
        .collect(groupingBy(Consent::child, mapping(Consent::given, toList())));
  }

  private static Map<ChildId, List<GrantRule.Objected>> objections(Tx tx, Set<ChildId> children) {
    return ObjectionSql.of(tx, children).stream()
        .filter(objection -> objection.period().isPresent())
        .collect(
            groupingBy(
                Objection::child,
                mapping(
                    objection ->
                        new GrantRule.Objected(
                            objection.wish().scope(),
                            objection.wish().against(),
                            objection.period().orElseThrow()),
                    toList())));
  }

  /** What is shown to guardians on record, on the days on which they may be shown anything. */
  private static Map<ChildId, List<GrantRule.Shown>> showings(Tx tx, Set<ChildId> children) {
    List<Showing> given =
        ShowingSql.of(tx, children).stream().filter(one -> one.ended().isEmpty()).toList();
    var readers =
        given.isEmpty()
            ? Map.<ChildId, Map<GuardianId, List<Period>>>of()
            : Guardians.readers(tx, children);
    return given.stream()
        .collect(
            groupingBy(
                Showing::child,
                mapping(
                    one ->
                        one.rule(
                            readers
                                .getOrDefault(one.child(), Map.of())
                                .getOrDefault(one.wish().reader(), List.of())),
                    toList())));
  }

  private static Map<ChildId, List<GrantRule.Involved>> involved(Tx tx, Set<ChildId> children) {
    return tx.sql()
        .selectFrom(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.in(children))
        .fetchGroups(
            INVOLVEMENT.CHILD_ID,
            row ->
                new GrantRule.Involved(
                    row.get(INVOLVEMENT.ORGANISATION_ID),
                    new Period(row.get(INVOLVEMENT.VALID_FROM), row.get(INVOLVEMENT.VALID_TO))));
  }

  private static Map<ChildId, List<GrantRule.Deciding>> deciding(Tx tx, Set<ChildId> children) {
    Map<ChildId, List<GrantRule.Deciding>> deciding = new LinkedHashMap<>();
    Guardians.deciding(tx, children)
        .forEach((child, guardians) ->
            deciding.put(
                child,
                guardians.stream()
                    .flatMap(one ->
                        one.periods().stream()
                            .map(period -> new GrantRule.Deciding(one.guardian(), period)))
                    .toList()));
    return deciding;
  }
}
