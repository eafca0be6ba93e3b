package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;

/** What stands above every page about a child's person: who it is, and the other pages. */
public record ChildHead(NameView name, String plain, String facts, String url, List<Link> tabs) {
  private static final List<Tab> TABS =
      List.of(
          new Tab("identity", Category.IDENTITY),
          new Tab("address", Category.LOCATION),
          new Tab("guardians", Category.FAMILY),
          new Tab("enrolments", Category.INVOLVEMENT));

  private record Tab(String name, Category category) {}

  /**
   * The head of a page.
   *
   * @param here which of identity, address, guardians, enrolments
   */
  public static ChildHead of(Tx tx, Actor.Staff actor, Identity child, String here) {
    String url = "/children/" + child.id();
    return new ChildHead(
        child.view(),
        child.name().written(),
        child.facts(tx.today(), language()),
        url,
        tabs(actor)
            .map(tab ->
                new Link(
                    url + "/" + tab.name(), t("child.tab." + tab.name()), tab.name().equals(here)))
            .toList());
  }

  private static Stream<Tab> tabs(Actor.Staff actor) {
    return TABS.stream()
        .filter(tab -> actor.reading().anyMatch(seat -> seat.ceiling().contains(tab.category())));
  }
}
