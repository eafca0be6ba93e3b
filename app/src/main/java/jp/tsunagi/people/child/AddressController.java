package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/address}: where the family lives and lived; a move. */
@Controller
class AddressController {
  private final Database database;
  private final Children children;
  private final Trace trace;

  AddressController(Database database, Children children, Trace trace) {
    this.database = database;
    this.children = children;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/address")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.get(tx, child);
          Seat seat = Sight.reads(tx, actor, identity, Category.LOCATION);
          trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
          Typed usual = Typed.NOTHING.with("from", JapaneseDate.of(tx.today()).brief());
          return Screen.of(page(tx, actor, identity, usual, Map.of()));
        });
  }

  private static Entry entry(Action action, ChildId child, Seat seat) {
    return Entry.of(action).child(child).seat(seat).purpose(Category.LOCATION.name());
  }

  @PostMapping("/children/{child}/address")
  @Permitted(Permission.WRITE)
  @Traced(Action.CHANGE_CHILD)
  ModelAndView change(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Identity identity = IdentitySql.held(tx, child);
          Seat seat = Sight.mustChange(tx, actor, identity, Category.LOCATION);
          Map<String, String> problems = new HashMap<>();
          Runnable change = read(tx, identity, typed, problems);
          Seen.check(typed, seen(tx, identity), problems, "how");
          if (!problems.isEmpty()) {
            trace.write(tx, entry(Action.VIEW_CHILD, child, seat));
            return Screen.of(page(tx, actor, identity, typed, problems), 422);
          }
          change.run();
          trace.write(tx, entry(Action.CHANGE_CHILD, child, seat));
          return Screen.done("/children/" + child + "/address", "child.changed");
        });
  }

  private Runnable read(Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    String how = typed.text("how");
    if (!IdentityFields.HOWS.contains(how)) {
      problems.put("how", t("child.problem.choose"));
    }
    ContactForm.postal(typed.text("postal"))
        .ifPresent(problem -> problems.put("postal", t(problem)));
    String address = typed.text("address");
    if (address.isEmpty()) {
      problems.put("address", t("child.problem.address"));
    }
    ContactForm.lengths(typed, problems, "address");
    Optional<String> postal =
        problems.containsKey("postal")
            ? Optional.empty()
            : typed.given("postal").map(ContactForm::postalCode);
    if (how.equals("CORRECTED")) {
      return () -> children.correctAddress(tx, child.id(), postal, address);
    }
    LocalDate from = from(tx, child, typed, problems);
    return () -> children.moved(tx, child.id(), from, postal, address);
  }

  private static LocalDate from(Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    DayInput input = DayInput.read(typed, "from", DayInput.facts(tx.today()));
    if (!(input instanceof DayInput.Day(var from))) {
      problems.put("from", input.problem());
      return tx.today();
    }
    Optional<LocalDate> current =
        HistorySql.addresses(tx, child.id()).stream().map(one -> one.period().from()).findFirst();
    ChangeRule.refusal(from, child.birthDate(), current, tx.today())
        .ifPresent(refusal -> problems.put("from", t(refusal.key())));
    return from;
  }

  private AddressPage page(
      Tx tx, Actor.Staff actor, Identity child, Typed typed, Map<String, String> problems) {
    return new AddressPage(
        ChildHead.of(tx, actor, child, "address"),
        HistorySql.addresses(tx, child.id()).stream().map(one -> lived(tx, one)).toList(),
        Sight.changes(tx, actor, child, Category.LOCATION).isPresent()
            ? form(tx, child, typed, problems)
            : null);
  }

  private static String seen(Tx tx, Identity child) {
    return Seen.of(HistorySql.addresses(tx, child.id()));
  }

  private static AddressPage.Lived lived(Tx tx, HistorySql.Lived one) {
    return new AddressPage.Lived(
        one.postalCode().orElse(""),
        one.address(),
        DateWords.plain(one.period().from()).in(language()),
        one.period().lastDay().map(day -> DateWords.plain(day).in(language())).orElse(""),
        one.period().contains(tx.today()));
  }

  private static AddressPage.Change form(
      Tx tx, Identity child, Typed typed, Map<String, String> problems) {
    Fields fields = new Fields("child.field.", "child.hint.", typed, problems);
    FieldView how = fields.must("how");
    DayField from = DayField.of(fields, "from", false, DayInput.facts(tx.today()));
    FieldView postal = fields.of("postal");
    FieldView address = fields.must("address");
    return new AddressPage.Change(
        "/children/" + child.id() + "/address",
        seen(tx, child),
        how,
        fields.options("how", IdentityFields.HOWS, key -> t("child.how.address." + key)),
        from,
        postal,
        address,
        Stream.of(how, from.field(), postal, address).filter(FieldView::wrong).toList());
  }
}
