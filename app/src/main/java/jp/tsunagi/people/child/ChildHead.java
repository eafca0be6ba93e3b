package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;

/**
 * What stands above every page about a child's person: who it is, and the other pages.
 *
 * @param care 取扱注意: its address is hidden, and nobody is told why
 */
public record ChildHead(
    NameView name, String plain, String facts, boolean care, String url, List<Link> tabs) {
  /**
   * The head of a page.
   *
   * @param here which of identity, contacts, address, guardians, enrolments, blocks
   */
  public static ChildHead of(Tx tx, Actor.Staff actor, Identity child, String here) {
    String url = "/children/" + child.id();
    return new ChildHead(
        child.view(),
        child.line(),
        child.facts(tx.today(), language()),
        Compartments.hidden(tx, child.id()),
        url,
        tabs(tx, actor, child)
            .map(tab -> new Link(url + "/" + tab, t("child.tab." + tab), tab.equals(here)))
            .toList());
  }

  /** The pages that open for the reader. */
  private static Stream<String> tabs(Tx tx, Actor.Staff actor, Identity child) {
    List<String> tabs = new ArrayList<>(List.of("identity"));
    if (Sight.keeps(tx, actor, child, Category.LOCATION).isPresent()) {
      tabs.add("contacts");
    }
    if (Sight.sees(tx, actor, child, Category.LOCATION)) {
      tabs.add("address");
    }
    if (Sight.sees(tx, actor, child, Category.FAMILY)) {
      tabs.add("guardians");
    }
    if (actor.reading().anyMatch(seat -> seat.ceiling().contains(Category.INVOLVEMENT))) {
      tabs.add("enrolments");
    }
    tabs.add("blocks");
    if (Held.answering(tx, actor, child.id())) {
      tabs.add("readers");
    }
    if (Compartments.concerns(tx, actor, child.id())) {
      tabs.add("compartments");
    }
    return tabs.stream();
  }
}
