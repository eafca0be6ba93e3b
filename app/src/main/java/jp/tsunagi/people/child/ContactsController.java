package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Contacts.Contact;
import jp.tsunagi.people.child.Contacts.Kept;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/contacts}: the organisation's own card of whom to call (ADR 7). */
@Controller
class ContactsController {
  private final Database database;
  private final Contacts contacts;
  private final Trace trace;

  ContactsController(Database database, Contacts contacts, Trace trace) {
    this.database = database;
    this.contacts = contacts;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/contacts")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return show(actor, child, Optional.empty());
  }

  @GetMapping("/children/{child}/contacts/{contact}")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child, @PathVariable UUID contact) {
    return show(actor, child, Optional.of(contact));
  }

  private ModelAndView show(Actor.Staff actor, ChildId child, Optional<UUID> changed) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.get(tx, child);
          Seat seat = keeps(tx, actor, identity);
          List<Kept> all = of(tx, child, seat);
          ContactSheet form =
              changed
                  .map(id -> ContactSheet.of(one(all, id).contact(), tx.today()))
                  .orElseGet(() -> ContactSheet.next(all.size(), tx.today()));
          trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
          return Screen.of(page(tx, actor, identity, form, changed));
        });
  }

  private static Seat keeps(Tx tx, Actor.Staff actor, Identity child) {
    return Sight.keeps(tx, actor, child, Category.LOCATION).orElseThrow(NotFound::new);
  }

  private static Seat notes(Tx tx, Actor.Staff actor, Identity child) {
    return Sight.notes(tx, actor, child, Category.LOCATION).orElseThrow(NotFound::new);
  }

  private static List<Kept> of(Tx tx, ChildId child, Seat seat) {
    return Contacts.of(tx, child).stream()
        .filter(kept -> kept.organisation().equals(seat.organisation()))
        .toList();
  }

  private static Kept one(List<Kept> all, UUID id) {
    return all.stream().filter(kept -> kept.id().equals(id)).findFirst().orElseThrow(NotFound::new);
  }

  private static Entry entry(Action action, ChildId child, Seat seat) {
    return Entry.of(action).child(child).seat(seat).ground("OWN").purpose("CONTACTS");
  }

  @PostMapping("/children/{child}/contacts")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView add(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    return put(actor, child, Optional.empty(), new Typed(sent));
  }

  @PostMapping("/children/{child}/contacts/{contact}")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView change(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable UUID contact,
      @RequestParam MultiValueMap<String, String> sent) {
    return put(actor, child, Optional.of(contact), new Typed(sent));
  }

  private ModelAndView put(Actor.Staff actor, ChildId child, Optional<UUID> changed, Typed typed) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.get(tx, child);
          Seat seat = notes(tx, actor, identity);
          Optional<Kept> before = changed.map(id -> one(of(tx, child, seat), id));
          ContactSheet form = new ContactSheet(typed, tx.today());
          Optional<Contact> read = form.read();
          if (read.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
            return Screen.of(page(tx, actor, identity, form, changed), 422);
          }
          if (before.filter(kept -> !contacts.end(tx, kept)).isPresent()) {
            throw new NotFound();
          }
          contacts.add(tx, form.id(), child, seat.organisation(), read.get());
          trace.write(tx, entry(Action.CHANGE_CHILD, child, seat));
          return Screen.done(url(child), "child.changed");
        });
  }

  @PostMapping("/children/{child}/contacts/{contact}/removal")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView remove(Actor.Staff actor, @PathVariable ChildId child, @PathVariable UUID contact) {
    return database.call(
        actor,
        tx -> {
          Seat seat = notes(tx, actor, IdentitySql.get(tx, child));
          contacts.end(tx, one(of(tx, child, seat), contact));
          trace.write(tx, entry(Action.CHANGE_CHILD, child, seat));
          return Screen.done(url(child), "child.contacts.removed");
        });
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/contacts";
  }

  private static ContactsPage page(
      Tx tx, Actor.Staff actor, Identity child, ContactSheet form, Optional<UUID> changed) {
    Optional<Seat> writes = Sight.notes(tx, actor, child, Category.LOCATION);
    Seat seat = writes.orElseGet(() -> keeps(tx, actor, child));
    String url = url(child.id());
    return new ContactsPage(
        ChildHead.of(tx, actor, child, "contacts"),
        seat.organisationName(),
        of(tx, child.id(), seat).stream()
            .map(kept -> row(kept, writes.map(_ -> url + "/" + kept.id())))
            .toList(),
        writes.isPresent()
            ? form.view(
                t(changed.isPresent() ? "child.contacts.change" : "child.contacts.add"),
                changed.map(id -> url + "/" + id).orElse(url))
            : null);
  }

  private static ContactsPage.Row row(Kept kept, Optional<String> url) {
    Contact one = kept.contact();
    return new ContactsPage.Row(
        one.callOrder(),
        one.name(),
        t("child.relation." + one.relation()),
        one.phone(),
        "tel:" + one.phone().replaceAll("[^0-9+]", ""),
        one.callNote().orElse(""),
        one.address().orElse(""),
        DateWords.plain(one.confirmedOn()).in(language()),
        url.orElse(null),
        url.map(it -> it + "/removal").orElse(null));
  }
}
