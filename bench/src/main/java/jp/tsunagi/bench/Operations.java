package jp.tsunagi.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The single operations that are measured, in their order, and who does them in this city. */
final class Operations {
  static final String CHILD_PAGE = "child-page";
  static final String CHILD_PAGE_COMPRESSED = "child-page-compressed";
  static final String KANA_SEARCH = "kana-search";
  static final String LIST = "list";
  static final String DRAFT_SAVE = "draft-save";
  static final String FINAL = "final";
  static final String TIMELINE = "timeline";
  static final String PDF = "pdf";

  /** What a child page is asked for in DESIGN's budget. */
  static final int CHILD_PAGES_A_SECOND = 200;

  private static final int COUNSELLORS = 3;
  private static final int COORDINATORS = 5;
  private static final int WRITERS = 12;
  private static final int CHILDREN = 300;
  private static final int DRAFTS = 40;
  private static final int FINALS_A_SECOND = 5;
  private static final int NAMES = 200;
  private static final int TYPED = 3;

  private final Server server;
  private final People people;
  private final Papers papers;
  private final LocalDate today;
  private final Duration seconds;
  private final Map<String, Supplier<Operation>> all = new LinkedHashMap<>();

  Operations(Server server, People people, LocalDate today, Duration seconds) {
    this.server = server;
    this.people = people;
    this.papers = new Papers(server, people);
    this.today = today;
    this.seconds = seconds;
    all.put(CHILD_PAGE, () -> childPage(CHILD_PAGE, false));
    all.put(CHILD_PAGE_COMPRESSED, () -> childPage(CHILD_PAGE_COMPRESSED, true));
    all.put(KANA_SEARCH, this::kanaSearch);
    all.put(LIST, this::list);
    all.put(DRAFT_SAVE, this::draftSave);
    all.put(FINAL, this::makeFinal);
    all.put(TIMELINE, this::timeline);
    all.put(PDF, this::pdf);
  }

  static List<String> names() {
    return List.of(
        CHILD_PAGE, CHILD_PAGE_COMPRESSED, KANA_SEARCH, LIST, DRAFT_SAVE, FINAL, TIMELINE, PDF);
  }

  /** Gets everything ready for one of them: who is signed in, which papers lie there. */
  Operation ready(String name) {
    Supplier<Operation> one = all.get(name);
    if (one == null) {
      throw new BenchRefused("operation", name, String.join(", ", names()));
    }
    return one.get();
  }

  private Operation childPage(String name, boolean compressed) {
    List<Turn> turns = new ArrayList<>();
    for (String login : people.holding("COUNSELLOR", COUNSELLORS)) {
      Visitor visitor = people.of(login);
      for (String child : people.children(login, CHILDREN)) {
        Ask page = Ask.page("/children/" + child);
        turns.add(new Turn(visitor, compressed ? page.compressed() : page));
      }
    }
    return new Operation(name, CHILD_PAGES_A_SECOND, 200, false, turns);
  }

  /** The first letters of family names, as one types them when the telephone rings. */
  private Operation kanaSearch() {
    List<Turn> turns = new ArrayList<>();
    for (String login : people.holding("COUNSELLOR", COUNSELLORS)) {
      Visitor visitor = people.of(login);
      for (String name : names(login)) {
        turns.add(new Turn(visitor, Ask.form("/children/search", "q", name).whileTyping()));
      }
    }
    return new Operation(KANA_SEARCH, 100, 200, false, turns);
  }

  private List<String> names(String login) {
    return server.ask(
        """
        select distinct left(n.family_kana, ?) as typed
        from child_name n
        where n.tenant_id = (select tenant_id from tenant limit 1) and n.child_id = any (?::uuid[])
        order by typed
        """,
        row -> row.getString(1),
        TYPED,
        "{" + String.join(",", people.children(login, NAMES)) + "}");
  }

  private Operation list() {
    return new Operation(
        LIST,
        2,
        200,
        false,
        people.holding("COUNSELLOR", COUNSELLORS).stream()
            .map(login -> new Turn(people.of(login), Ask.page("/lists/participants")))
            .toList());
  }

  private Operation draftSave() {
    return new Operation(
        DRAFT_SAVE,
        50,
        200,
        false,
        papers.drafts(WRITERS, DRAFTS).stream().map(papers::typing).toList());
  }

  /** What was final is amended and sent to the guardian first; then each is made final once. */
  private Operation makeFinal() {
    // warm-up, the closed loop and the rate take from one heap
    int wanted = Math.toIntExact(Math.min(400, 4L * FINALS_A_SECOND * seconds.toSeconds()));
    List<Turn> turns = new ArrayList<>();
    for (Papers.Paper paper : finals(wanted)) {
      if (turns.size() < wanted && papers.reopened(paper)) {
        Ask confirm =
            Ask.form(
                paper.url() + "/confirmation",
                "reply",
                "confirm",
                "guardian",
                paper.guardian(),
                "means",
                "ORALLY",
                "on",
                today.toString());
        turns.add(new Turn(people.of(paper.login()), confirm));
      }
    }
    Words.step("step.papers", turns.size());
    return new Operation(FINAL, FINALS_A_SECOND, 303, true, turns);
  }

  private List<Papers.Paper> finals(int most) {
    return people.holding("COORDINATOR", COORDINATORS).stream()
        .flatMap(login -> papers.finals(login, most).stream())
        // two coordinators of one school have the same papers
        .collect(
            java.util.stream.Collectors.toMap(
                Papers.Paper::sheet, paper -> paper, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** The page of the children with the longest record that a counsellor reaches. */
  private Operation timeline() {
    List<Turn> turns = new ArrayList<>();
    for (String login : people.holding("COUNSELLOR", COUNSELLORS)) {
      Visitor visitor = people.of(login);
      longest(people.children(login, Integer.MAX_VALUE))
          .forEach(child -> turns.add(new Turn(visitor, Ask.page("/children/" + child))));
    }
    return new Operation(TIMELINE, 50, 200, false, turns);
  }

  private List<String> longest(List<String> children) {
    return server.ask(
        """
        select child_id::text from item
        where tenant_id = (select tenant_id from tenant limit 1) and child_id = any (?::uuid[])
        group by 1
        order by count(distinct fiscal_year) desc, count(*) desc, md5(child_id::text)
        limit 40
        """,
        row -> row.getString(1),
        "{" + String.join(",", children) + "}");
  }

  private Operation pdf() {
    List<Turn> turns =
        finals(60).stream()
            .map(paper ->
                new Turn(
                    people.of(paper.login()),
                    Ask.form(paper.url() + "/print", "purpose", "meeting")))
            .toList();
    return new Operation(PDF, 2, 303, false, turns);
  }
}
