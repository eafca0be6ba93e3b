package jp.tsunagi.run.scenario;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.REACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.Crawl;
import jp.tsunagi.TestProgram;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 住所の秘匿 in every output (SECURITY: invariant 6): while the addresses of some children of the
 * made-up city are hidden from everybody, each person of the city walks through all pages, and no
 * page tells where such a child lives or which other place deals with it.
 */
@Tag("drill")
@Tag("drill-hidden-address")
class HiddenAddressTest {
  private static final Actor.Job PROGRAM = new Actor.Job(new TenantId(1), "test");
  private static final Pattern ROW = Pattern.compile("(?s)<(?:tr|li|article|section)\\b");
  private static final int CHILDREN = 4;
  private static final int PAGES = 160;

  private final List<String> leaks = new ArrayList<>();
  private int read;

  @Test
  void noPageTellsWhereAHiddenChildIs() {
    try (TestProgram running = TestProgram.start()) {
      ScenarioPlayer player = running.bean(ScenarioPlayer.class);
      player.play(ScenarioFile.shipped(LocalDate.of(2026, 11, 27)), line -> {});
      running.clock().set(LocalDate.of(2026, 11, 27));
      for (ScenarioPlayer.Login login : player.accounts()) {
        walk(running, login.login());
      }
      assertThat(read).as("pages about hidden children that were read").isGreaterThan(40);
      assertThat(leaks).isEmpty();
    }
  }

  private void walk(TestProgram running, String login) {
    Visitor visitor = running.visitor();
    visitor.signIn(login, ScenarioPlayer.PASSWORD);
    Map<ChildId, Set<String>> words =
        running
            .database()
            .call(
                PROGRAM,
                tx -> {
                  Me me = Me.of(tx, login);
                  Map<ChildId, Set<String>> told = new HashMap<>();
                  hide(tx, me).forEach(child -> told.put(child, words(tx, child, me)));
                  return told;
                });
    Set<ChildId> hidden = words.keySet();
    Crawl crawl =
        new Crawl(
            visitor,
            path -> hidden.stream().anyMatch(child -> path.contains(child.toString())),
            PAGES);
    crawl
        .from("/", "/day", "/portal")
        .forEach(page -> hidden.forEach(child -> check(login, page, child, words)));
    running.database().run(PROGRAM, HiddenAddressTest::show);
  }

  /** Hides some children that the login deals with, those with most places around them. */
  private static List<ChildId> hide(Tx tx, Me me) {
    List<ChildId> chosen =
        tx.sql()
            .select(INVOLVEMENT.CHILD_ID)
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
            .and(
                INVOLVEMENT.CHILD_ID.in(
                    select(REACH.CHILD_ID)
                        .from(REACH)
                        .where(REACH.TENANT_ID.eq(tx.tenant()))
                        .and(REACH.ASSIGNMENT_ID.in(me.assignments()))
                        .and(REACH.VALID_FROM.le(tx.today()))
                        .and(REACH.VALID_TO.gt(tx.today()))
                        .union(
                            select(GUARDIANSHIP.CHILD_ID)
                                .from(GUARDIANSHIP)
                                .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
                                .and(GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class).eq(me.id())))))
            .groupBy(INVOLVEMENT.CHILD_ID)
            .orderBy(countDistinct(INVOLVEMENT.ORGANISATION_ID).desc(), INVOLVEMENT.CHILD_ID)
            .limit(CHILDREN)
            .fetch(INVOLVEMENT.CHILD_ID);
    for (ChildId child : chosen) {
      tx.sql()
          .insertInto(COMPARTMENT)
          .set(COMPARTMENT.TENANT_ID, tx.tenant())
          .set(COMPARTMENT.COMPARTMENT_ID, UUID.randomUUID())
          .set(COMPARTMENT.CHILD_ID, child)
          .set(COMPARTMENT.KIND, "HIDDEN_ADDRESS")
          .set(COMPARTMENT.REASON, "SUPPORT_MEASURE")
          .set(COMPARTMENT.ORGANISATION_ID, somewhere(tx))
          .set(COMPARTMENT.OPENED_BY, UUID.randomUUID())
          .set(COMPARTMENT.OPENED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
    }
    return chosen;
  }

  private static OrganisationId somewhere(Tx tx) {
    return tx.sql()
        .select(ORGANISATION.ORGANISATION_ID)
        .from(ORGANISATION)
        .where(ORGANISATION.KIND.eq("CITY_OFFICE").or(ORGANISATION.KIND.eq("MEDICAL")))
        .limit(1)
        .fetchSingle()
        .value1();
  }

  /** Who a login is: a staff member with seats and places, or a guardian. */
  private record Me(UUID id, List<AssignmentId> assignments, Set<OrganisationId> places) {
    static Me of(Tx tx, String login) {
      UUID id =
          tx.sql()
              .select(ACCOUNT_MEMBERSHIP.MEMBER_ID)
              .from(ACCOUNT_MEMBERSHIP)
              .join(ACCOUNT)
              .on(ACCOUNT.ACCOUNT_ID.eq(ACCOUNT_MEMBERSHIP.ACCOUNT_ID))
              .where(ACCOUNT.LOGIN.eq(login))
              .limit(1)
              .fetchSingle()
              .value1();
      var rows =
          tx.sql()
              .select(ASSIGNMENT.ASSIGNMENT_ID, POST.ORGANISATION_ID)
              .from(ASSIGNMENT)
              .join(POST)
              .on(POST.TENANT_ID.eq(tx.tenant()))
              .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
              .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
              .and(ASSIGNMENT.STAFF_ID.coerce(UUID.class).eq(id))
              .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
              .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
              .fetch();
      return new Me(
          id, rows.map(row -> row.value1()), new HashSet<>(rows.map(row -> row.value2())));
    }
  }

  private static void show(Tx tx) {
    tx.sql().deleteFrom(COMPARTMENT).execute();
  }

  /** What would tell: other places around the child by name, addresses, telephones. */
  private static Set<String> words(Tx tx, ChildId child, Me me) {
    Set<OrganisationId> around = new HashSet<>();
    around.addAll(
        tx.sql()
            .select(INVOLVEMENT.ORGANISATION_ID)
            .from(INVOLVEMENT)
            .where(INVOLVEMENT.CHILD_ID.eq(child))
            .fetch(INVOLVEMENT.ORGANISATION_ID));
    around.addAll(
        tx.sql()
            .select(CONSENT_PARTY.ORGANISATION_ID)
            .from(CONSENT_PARTY)
            .join(CONSENT)
            .on(CONSENT.TENANT_ID.eq(CONSENT_PARTY.TENANT_ID))
            .and(CONSENT.CONSENT_ID.eq(CONSENT_PARTY.CONSENT_ID))
            .where(CONSENT.CHILD_ID.eq(child))
            .fetch(CONSENT_PARTY.ORGANISATION_ID));
    around.addAll(
        tx.sql()
            .select(HANDOVER.RECEIVER_ID)
            .from(HANDOVER)
            .where(HANDOVER.CHILD_ID.eq(child))
            .fetch(HANDOVER.RECEIVER_ID));
    around.removeAll(me.places());
    Set<String> words = new HashSet<>();
    words.addAll(
        tx.sql()
            .select(ORGANISATION.NAME)
            .from(ORGANISATION)
            .where(ORGANISATION.ORGANISATION_ID.in(around))
            .fetch(ORGANISATION.NAME));
    words.addAll(
        tx.sql()
            .select(CHILD_ADDRESS.ADDRESS)
            .from(CHILD_ADDRESS)
            .where(CHILD_ADDRESS.CHILD_ID.eq(child))
            .fetch(CHILD_ADDRESS.ADDRESS));
    words.addAll(
        tx.sql()
            .select(GUARDIAN.PHONE)
            .from(GUARDIAN)
            .join(GUARDIANSHIP)
            .on(GUARDIANSHIP.TENANT_ID.eq(GUARDIAN.TENANT_ID))
            .and(GUARDIANSHIP.GUARDIAN_ID.eq(GUARDIAN.GUARDIAN_ID))
            .where(GUARDIANSHIP.CHILD_ID.eq(child))
            .and(GUARDIAN.PHONE.isNotNull())
            .fetch(GUARDIAN.PHONE));
    return words;
  }

  private void check(
      String login, Crawl.Seen page, ChildId child, Map<ChildId, Set<String>> words) {
    String id = child.toString();
    if (page.path().endsWith("/consents/draft?kind=USE")) {
      // names both hubs, as for every child
      return;
    }
    for (String piece : page.path().contains(id) ? List.of(page.shown()) : pieces(page, id)) {
      read++;
      words.getOrDefault(child, Set.of()).stream()
          .filter(piece::contains)
          .forEach(word -> leaks.add(login + " " + page.path() + ": " + word));
    }
  }

  private static List<String> pieces(Crawl.Seen page, String id) {
    return ROW.splitAsStream(page.shown()).filter(piece -> piece.contains(id)).toList();
  }
}
