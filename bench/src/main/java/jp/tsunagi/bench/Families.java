package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guardians with an account. A made-up city has none: they are invited once, by the counsellor's
 * letter and its code, as every family is, and are there for every later run.
 */
final class Families {
  private static final Pattern CODE =
      Pattern.compile("<b class=\"code-shown\">([A-Z0-9]{4}(?:-[A-Z0-9]{4})+)</b>");

  private final Server server;
  private final People people;
  private final int port;

  Families(Server server, People people, int port) {
    this.server = server;
    this.people = people;
    this.port = port;
  }

  /** A guardian whom a sheet waits for. */
  record Family(String login, String guardian, String child, String birth, String sheet) {}

  /** So many guardians at most whose answer a sheet waits for, each with an account. */
  List<Family> all(String counsellor, int most) {
    List<Family> there = waiting(most, true);
    int missing = most - there.size();
    List<Family> families = new ArrayList<>(there);
    if (missing > 0) {
      int number = Integer.parseInt(server.one("select count(*) from account"));
      int invited = 0;
      for (Family each : waiting(missing, false)) {
        Family family =
            new Family(
                People.GUARDIAN + (number + ++invited),
                each.guardian(),
                each.child(),
                each.birth(),
                each.sheet());
        invite(people.of(counsellor), family);
        families.add(family);
      }
      if (invited > 0) {
        Words.step("step.families", invited);
      }
    }
    return families;
  }

  private List<Family> waiting(int most, boolean withAccount) {
    return server.ask(
        """
        select coalesce(a.login, ''), g.guardian_id::text, g.child_id::text, c.birth_date::text,
          min(sh.sheet_id::text)
        from sheet sh
        join child c on c.tenant_id = sh.tenant_id and c.child_id = sh.child_id
        join guardianship g on g.tenant_id = sh.tenant_id and g.child_id = sh.child_id
        join participation p on p.tenant_id = sh.tenant_id and p.child_id = sh.child_id
        left join account_membership m on m.tenant_id = g.tenant_id and m.kind = 'GUARDIAN'
          and m.member_id = g.guardian_id
        left join account a on a.account_id = m.account_id
        where sh.state = 'WITH_GUARDIAN' and sh.revision = 1 and c.standing = 'SHARED'
          and g.call_order = 1 and (a.login is null) = not ?
          and coalesce(a.login, 'bench-guardian-') like ?
          and c.birth_date > date '2010-01-01'
        group by 1, 2, 3, 4
        order by md5(g.guardian_id::text)
        limit ?
        """,
        row ->
            new Family(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        withAccount,
        People.GUARDIAN + "%",
        most);
  }

  private void invite(Visitor counsellor, Family family) {
    Answer letter =
        counsellor.send(
            Ask.form(
                "/children/" + family.child() + "/guardians/" + family.guardian() + "/invitation"));
    Matcher code = CODE.matcher(letter.text());
    if (letter.status() != 200 || !code.find()) {
      throw new BenchRefused("status", "invitation", Integer.toString(letter.status()));
    }
    try (Visitor guardian = Visitor.atTheDoor(port)) {
      guardian.send(Ask.page("/portal/invitation"));
      Answer opened =
          guardian.send(
              Ask.form(
                  "/portal/invitation",
                  "code",
                  code.group(1),
                  "birth",
                  family.birth(),
                  "login",
                  family.login(),
                  "password",
                  People.GUARDIANS));
      if (opened.status() != 303) {
        throw new BenchRefused("status", "portal/invitation", Integer.toString(opened.status()));
      }
    }
  }
}
