package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sheets of this fiscal year, and who works on them. */
final class Papers {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern BOX =
      Pattern.compile("<textarea [^>]*name=\"(answer\\.[a-z0-9-]+)\"");
  private static final String FORM = "data-autosave=";
  static final String USUAL = "answer.strengths";

  private final Server server;
  private final People people;

  Papers(Server server, People people) {
    this.server = server;
    this.people = people;
  }

  /**
   * A sheet, and who has it in hand.
   *
   * @param guardian one of the child's; empty where nobody asked for one
   */
  record Paper(String login, String sheet, String child, String guardian) {
    String url() {
      return "/sheets/" + sheet;
    }
  }

  /** Drafts of this year, of so many writers at most. */
  List<Paper> drafts(int writers, int most) {
    List<Paper> all =
        server.ask(
            """
            select a.login, sh.sheet_id::text, sh.child_id::text
            from sheet sh
            join sheet_writer w on w.tenant_id = sh.tenant_id and w.sheet_id = sh.sheet_id
            join account_membership m on m.tenant_id = w.tenant_id and m.member_id = w.staff_id
            join account a on a.account_id = m.account_id
            where sh.state = 'DRAFT' and sh.revision = 1 and sh.form_key like 'support-%'
              and a.closed_at is null
            order by md5(a.login), sh.sheet_id
            """,
            row -> new Paper(row.getString(1), row.getString(2), row.getString(3), ""));
    Set<String> logins = new LinkedHashSet<>();
    List<Paper> chosen = new ArrayList<>();
    for (Paper each : all) {
      if (logins.size() < writers || logins.contains(each.login())) {
        logins.add(each.login());
        chosen.add(each);
      }
    }
    return chosen.subList(0, Math.min(most, chosen.size()));
  }

  /**
   * Final sheets of this year in a school, in the hands of its coordinator; of children for whom
   * their guardians decide.
   */
  List<Paper> finals(String coordinator, int most) {
    return server.ask(
        """
        select a.login, sh.sheet_id::text, sh.child_id::text, g.guardian_id::text
        from account a
        join account_membership m on m.account_id = a.account_id
        join assignment s on s.tenant_id = m.tenant_id and s.staff_id = m.member_id
        join post p on p.tenant_id = s.tenant_id and p.post_id = s.post_id
        join sheet sh on sh.tenant_id = p.tenant_id and sh.organisation_id = p.organisation_id
        join reach r on r.tenant_id = s.tenant_id and r.assignment_id = s.assignment_id
          and r.child_id = sh.child_id and r.kind = 'RUNNING'
        join child c on c.tenant_id = sh.tenant_id and c.child_id = sh.child_id
          and c.birth_date > current_date - interval '18 years'
        join lateral (
          select guardian_id from guardianship g
          where g.tenant_id = sh.tenant_id and g.child_id = sh.child_id
          order by g.call_order limit 1) g on true
        where a.login = ? and sh.state = 'FINAL' and sh.form_key like 'support-%'
          and sh.fiscal_year = (select max(fiscal_year) from sheet)
        order by md5(sh.sheet_id::text)
        limit ?
        """,
        row -> new Paper(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        coordinator,
        most);
  }

  /**
   * What a writing screen sends after a pause: all that it holds unseen, and the one field that was
   * typed in.
   */
  Turn typing(Paper draft) {
    Visitor writer = people.of(draft.login());
    Answer page = writer.send(Ask.page(draft.url() + "/draft"));
    String html = page.text();
    int form = html.indexOf(FORM);
    if (page.status() != 200 || form < 0) {
      throw new BenchRefused("status", "draft", Integer.toString(page.status()));
    }
    String shown = html.substring(form);
    List<String> sent = new ArrayList<>();
    Matcher hidden = HIDDEN.matcher(shown);
    while (hidden.find()) {
      if (!hidden.group(1).equals("_csrf")) {
        sent.add(hidden.group(1));
        sent.add(hidden.group(2));
      }
    }
    String field = field(shown);
    sent.addAll(List.of("changed", field, field));
    return new Turn(
        writer,
        time -> {
          List<String> values = new ArrayList<>(sent);
          values.add(Words.in(java.util.Locale.JAPANESE, "typed", Integer.toString(time)));
          return Ask.form(draft.url() + "/draft", values.toArray(String[]::new)).autosave();
        });
  }

  private static String field(String html) {
    Set<String> boxes = new LinkedHashSet<>();
    Matcher box = BOX.matcher(html);
    while (box.find()) {
      boxes.add(box.group(1));
    }
    return boxes.contains(USUAL) ? USUAL : boxes.iterator().next();
  }

  /**
   * Takes a final sheet back into work and sends it to the guardian, so that it can be made final;
   * whether the program let it.
   */
  boolean reopened(Paper paper) {
    Visitor coordinator = people.of(paper.login());
    return coordinator.send(Ask.form(paper.url() + "/amendment")).status() == 303
        && coordinator.send(Ask.form(paper.url() + "/draft", "then", "send")).status() == 303;
  }
}
