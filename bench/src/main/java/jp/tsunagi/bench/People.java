package jp.tsunagi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is signed in while it is measured: each login once, by its password, as people do it. */
final class People implements AutoCloseable {
  /** The staff's in a made-up city. */
  private static final String PASSWORD = "tsunagi-no-machi";

  /** Of guardians: they choose theirs by the rules, the program's name is none. */
  static final String GUARDIANS = "yoru-no-denwa-hitotsu";

  /** What the logins of guardians begin with that {@link Families} opens. */
  static final String GUARDIAN = "bench-guardian-";

  private final Server server;
  private final int port;
  private final Map<String, Visitor> visitors = new LinkedHashMap<>();

  People(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  Visitor of(String login) {
    String password = login.startsWith(GUARDIAN) ? GUARDIANS : PASSWORD;
    return visitors.computeIfAbsent(login, it -> Visitor.signedIn(port, it, password));
  }

  int many() {
    return visitors.size();
  }

  /** Some of those who hold such a post, who reach most children first. */
  List<String> holding(String post, int most) {
    return server.ask(
        """
        select a.login
        from post p
        join assignment s on s.tenant_id = p.tenant_id and s.post_id = p.post_id
        join account_membership m on m.tenant_id = s.tenant_id and m.member_id = s.staff_id
        join account a on a.account_id = m.account_id
        left join lateral (
          select count(*) as children from reach r
          where r.tenant_id = s.tenant_id and r.assignment_id = s.assignment_id) r on true
        where p.kind = ? and m.kind = 'STAFF'
        order by r.children desc, a.login
        limit ?
        """,
        row -> row.getString(1),
        post,
        most);
  }

  /** Children whom that login reaches, a mixture that is the same each time. */
  List<String> children(String login, int most) {
    return server.ask(
        """
        select child_id from (
          select distinct r.child_id::text
          from account a
          join account_membership m on m.account_id = a.account_id
          join assignment s on s.tenant_id = m.tenant_id and s.staff_id = m.member_id
          join reach r on r.tenant_id = s.tenant_id and r.assignment_id = s.assignment_id
          where a.login = ? and r.kind = 'RUNNING') reached
        order by md5(child_id)
        limit ?
        """,
        row -> row.getString(1),
        login,
        most);
  }

  @Override
  public void close() {
    visitors.values().forEach(Visitor::close);
  }
}
