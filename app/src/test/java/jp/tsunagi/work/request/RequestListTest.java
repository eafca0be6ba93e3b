package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** The list of requests: filtered, sorted, page by page, never more than one may see. */
class RequestListTest {
  private static final Pattern ROW = Pattern.compile("<a href=\"(/requests/[0-9a-f-]{36})\">");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  private static final int MANY = RequestFilter.PAGE + 7;

  private final RequestTown town = new RequestTown();

  /** Each needed a day earlier than the one before. */
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ConsentId id = ConsentId.create();
      LocalDate needed = LocalDate.of(2027, 3, 1).minusDays(i);
      var manager = town.town.actor(town.manager);
      town.family
          .program
          .database()
          .run(
              manager,
              tx ->
                  town.family
                      .program
                      .bean(PlanRequests.class)
                      .ask(
                          tx,
                          manager,
                          new PlanRequests.Wish(
                              id,
                              town.child,
                              town.school,
                              "support-school",
                              RequestTown.YEAR,
                              List.of("state"),
                              "放課後の支援を合わせるため",
                              needed,
                              LocalDate.of(2027, 3, 31))));
      asked.add("/requests/" + id);
      town.later();
    }
    return asked;
  }

  private static List<String> rows(Visitor.Reply page) {
    return ROW.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  private static List<String> pages(Visitor visitor, String first) {
    var page = visitor.get(first).is(200);
    List<String> all = new ArrayList<>(rows(page));
    var next = NEXT.matcher(page.body());
    assertThat(next.find()).isTrue();
    var second = visitor.get(next.group(1).replace("&amp;", "&")).is(200);
    all.addAll(rows(second));
    assertThat(NEXT.matcher(second.body()).find()).as("no third page").isFalse();
    assertThat(second.body()).contains("rel=\"prev\"");
    return all;
  }

  @Test
  void itIsReadPageByPageInEitherOrder() {
    List<String> asked = asked();
    Visitor coordinator = town.as(town.coordinator);
    assertThat(pages(coordinator, "/requests?side=ANSWERING"))
        .as("the latest first")
        .isEqualTo(asked.reversed());
    assertThat(pages(coordinator, "/requests?side=ANSWERING&sort=DUE"))
        .as("the soonest due first, which was asked last")
        .isEqualTo(asked.reversed());
    assertThat(pages(town.as(town.manager), "/requests?side=ASKING&show=ALL"))
        .isEqualTo(asked.reversed());
    assertThat(town.town.trace(Action.LIST))
        .last()
        .satisfies(row -> assertThat(town.town.shownBy(row)).containsExactly(town.child));
  }

  @Test
  void itIsFilteredByHowTheyStand() {
    String open = town.ask(town.school);
    String refused = town.ask(town.school);
    Visitor coordinator = town.as(town.coordinator);
    coordinator.post(refused + "/answer", "answer", "refuse", "reason", "UNSAID").is(200);
    String list = "/requests?side=ANSWERING&show=";
    assertThat(rows(coordinator.get(list + "OPEN"))).containsExactly(open);
    assertThat(rows(coordinator.get(list + "OVER"))).containsExactly(refused);
    assertThat(rows(coordinator.get(list + "READABLE"))).isEmpty();
    assertThat(coordinator.get(list + "READABLE").body()).contains("求められたものはありません");
    assertThat(rows(coordinator.get(list + "ALL"))).containsExactly(refused, open);
    assertThat(rows(coordinator.get("/requests?side=ASKING&show=ALL"))).isEmpty();
    assertThat(rows(coordinator.get("/requests?side=x&show=y&sort=z&after=no")))
        .containsExactly(open);
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    assertThat(rows(town.as(town.coordinator).get(list + "OVER")))
        .containsExactlyInAnyOrder(open, refused);
  }
}
