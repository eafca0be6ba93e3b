package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.Crawl;
import jp.tsunagi.Delivered;
import jp.tsunagi.TestProgram;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.AccessRecord;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;

/** Everybody of a played city on the way through its pages, papers and files. */
final class TokenWalk {
  private static final Actor.Job PROGRAM = new Actor.Job(new TenantId(1), "test");
  private static final Pattern FILES = Pattern.compile("action=\"(/[^\"]*/file)\"");

  private final Tokens tokens = new Tokens();
  private final Map<String, Set<String>> leaks = new TreeMap<>();
  private final Map<String, Set<String>> untraced = new TreeMap<>();
  private final int most;
  private final int ofOneKind;
  private int met;
  private int pages;

  /**
   * A walk.
   *
   * @param most pages for each person
   * @param ofOneKind paths that differ in nothing but what they are about
   */
  TokenWalk(int most, int ofOneKind) {
    this.most = most;
    this.ofOneKind = ofOneKind;
  }

  /** Puts the words in, lets those people walk, and fails where one met what is not for him. */
  void walk(TestProgram running, Predicate<String> whom) throws SQLException {
    try (Connection superuser = TestServer.superuser(running.address())) {
      tokens.write(superuser);
      AccessRecord record = running.database().call(PROGRAM, AccessRecord::of);
      for (Map.Entry<String, UUID> login : logins(superuser).entrySet()) {
        if (whom.test(login.getKey())) {
          walk(running, superuser, record, login.getKey(), login.getValue());
        }
      }
    }
    System.out.println("pages " + pages + ", words met " + met);
    assertThat(leaks).as("words met that are not for the reader").isEmpty();
    assertThat(untraced).as("words met without a row in the trace").isEmpty();
  }

  int met() {
    return met;
  }

  /** All open accounts, and as whom they act. */
  private static Map<String, UUID> logins(Connection superuser) throws SQLException {
    Map<String, UUID> logins = new TreeMap<>();
    try (var asking = superuser.createStatement();
        var rows =
            asking.executeQuery(
                "select a.login, m.member_id from account a join account_membership m using (account_id)"
                    + " where a.closed_at is null")) {
      while (rows.next()) {
        logins.put(rows.getString(1), rows.getObject(2, UUID.class));
      }
    }
    return logins;
  }

  private void walk(
      TestProgram running, Connection superuser, AccessRecord record, String login, UUID who)
      throws SQLException {
    Visitor visitor = running.visitor();
    if (visitor.signIn(login, ScenarioPlayer.PASSWORD).status() != 200) {
      return;
    }
    Walker walker = new Walker(superuser, record, login, who);
    Set<String> files = new TreeSet<>();
    new Crawl(visitor, path -> false, most)
        .ofOneKind(ofOneKind)
        .telling(page -> {
          walker.look(page.path(), page.reply());
          FILES.matcher(page.reply().body()).results().map(it -> it.group(1)).forEach(files::add);
        })
        .from("/", "/day", "/portal");
    files.stream()
        .limit(20)
        .forEach(path -> walker.look("POST " + path, visitor.post(path, "purpose", "WORK")));
  }

  /** Somebody on the way, and what was traced of it so far. */
  private final class Walker {
    private final Connection superuser;
    private final AccessRecord record;
    private final String login;
    private final UUID who;
    private final Map<UUID, Set<ChildId>> children = new HashMap<>();

    Walker(Connection superuser, AccessRecord record, String login, UUID who) throws SQLException {
      this.superuser = superuser;
      this.record = record;
      this.login = login;
      this.who = who;
      traced();
      children.putAll(owners(superuser));
    }

    void look(String path, Visitor.Reply reply) {
      pages++;
      Set<String> words =
          Tokens.TOKEN
              .matcher(Delivered.words(reply))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toSet());
      Set<UUID> traced = traced();
      for (String word : words) {
        Tokens.Told told = tokens.all().get(word);
        if (told == null) {
          continue;
        }
        met++;
        String where = pattern(path) + " " + told.kind() + " " + told.column();
        if (!allowed(told)) {
          leaks
              .computeIfAbsent(where, _ -> new TreeSet<>())
              .add(login + " " + path + " " + told.about());
        }
        Set<ChildId> of = children.getOrDefault(told.about(), Set.of());
        if (!of.isEmpty()
            && !who.equals(told.about())
            && of.stream().noneMatch(child -> traced.contains(child.value()))) {
          untraced.computeIfAbsent(where, _ -> new TreeSet<>()).add(login + " " + path);
        }
      }
    }

    private boolean allowed(Tokens.Told told) {
      UUID about = told.about();
      return switch (told.kind()) {
        case NAME ->
            record.sees(who, new ChildId(about)) || record.addressed(who, new ChildId(about));
        case ADDRESS -> record.family(who, new ChildId(about)) || located(new ChildId(about), null);
        case GUARDIAN ->
            who.equals(about)
                || of(about).stream()
                    .anyMatch(child ->
                        record.family(who, child)
                            || record.party(who, child)
                            || located(child, about)
                            || familyRead(child));
        case PHONE ->
            of(about).stream()
                .anyMatch(child -> record.family(who, child) || located(child, about));
        case NOTE ->
            record.family(who, new ChildId(about)) || located(new ChildId(about), told.by());
        case CARD ->
            record.readsFact(
                who,
                new ChildId(about),
                Category.LOCATION,
                java.util.Objects.requireNonNull(told.by()));
        case ITEM -> record.reads(who, about);
        case STEP, END -> of(about).stream().anyMatch(child -> record.sees(who, child));
      };
    }

    private boolean located(ChildId child, @org.jspecify.annotations.Nullable UUID guardian) {
      return record.owner(child).stream()
              .anyMatch(owner ->
                  record.readsFact(who, child, Category.LOCATION, owner, "profile/contact"))
          || (guardian != null
              && record.readsFact(who, child, Category.LOCATION, guardian, "profile/contact"));
    }

    private boolean familyRead(ChildId child) {
      return record.owner(child).stream()
          .anyMatch(owner -> record.readsFact(who, child, Category.FAMILY, owner));
    }

    private Set<ChildId> of(UUID about) {
      return children.getOrDefault(about, Set.of());
    }

    private long last = -1;

    /** Of which children this person has left rows since last asked. */
    private Set<UUID> traced() {
      Set<UUID> found = new HashSet<>();
      try (var asking =
          superuser.prepareStatement(
              "select e.transaction_id, e.child_id, s.child_id from audit_event e"
                  + " left join audit_subject s on s.tenant_id = e.tenant_id and s.event_id = e.event_id"
                  + " where e.actor_id = ? and e.transaction_id > ?")) {
        asking.setObject(1, who);
        asking.setLong(2, last);
        try (var rows = asking.executeQuery()) {
          long newest = last;
          while (rows.next()) {
            newest = Math.max(newest, rows.getLong(1));
            for (int column = 2; column <= 3; column++) {
              UUID child = rows.getObject(column, UUID.class);
              if (child != null) {
                found.add(child);
              }
            }
          }
          last = newest;
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return found;
    }
  }

  /**
   * The children that an id of a row is about: themselves, of a guardian, of an item or a sheet.
   */
  private static Map<UUID, Set<ChildId>> owners(Connection superuser) throws SQLException {
    Map<UUID, Set<ChildId>> owners = new HashMap<>();
    try (var asking = superuser.createStatement();
        var rows =
            asking.executeQuery(
                "select child_id, child_id from child union all select guardian_id, child_id from guardianship"
                    + " union all select item_id, child_id from item union all select sheet_id, child_id from sheet")) {
      while (rows.next()) {
        owners
            .computeIfAbsent(rows.getObject(1, UUID.class), _ -> new HashSet<>())
            .add(new ChildId(rows.getObject(2, UUID.class)));
      }
    }
    return owners;
  }

  private static String pattern(String path) {
    return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("\\?.*", "");
  }
}
