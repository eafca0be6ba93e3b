package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Contacts.Contact;

/** Reads and lays out the form of one contact. */
final class ContactSheet {
  private final Typed typed;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  ContactSheet(Typed typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /** An empty form: next in the order, confirmed today. */
  static ContactSheet next(int known, LocalDate today) {
    return new ContactSheet(
        Typed.NOTHING
            .with("guardian.order", String.valueOf(Math.min(9, known + 1)))
            .with("confirmed", JapaneseDate.of(today).brief()),
        today);
  }

  /** The form of a contact that is asked about again: confirmed today, when it is saved. */
  static ContactSheet of(Contact contact, LocalDate today) {
    return new ContactSheet(
        Typed.NOTHING
            .with("guardian.name", contact.name())
            .with("guardian.relation", contact.relation().name())
            .with("guardian.phone", contact.phone())
            .with("guardian.order", String.valueOf(contact.callOrder()))
            .with("guardian.note", contact.callNote().orElse(""))
            .with("address", contact.address().orElse(""))
            .with("confirmed", JapaneseDate.of(today).brief()),
        today);
  }

  /** The id under which it will be kept: sent twice, the form makes one. */
  UUID id() {
    try {
      return typed.given("id").map(UUID::fromString).orElseGet(Id::fresh);
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** What was typed, when all of it can be kept. */
  Optional<Contact> read() {
    if (typed.text("guardian.name").isEmpty()) {
      problems.put("guardian.name", t("child.problem.missing"));
    }
    if (typed.text("guardian.phone").isEmpty()) {
      problems.put("guardian.phone", t("child.problem.phone"));
    }
    ContactForm.phone(typed.text("guardian.phone"))
        .ifPresent(problem -> problems.put("guardian.phone", t(problem)));
    Optional<Relation> relation =
        Arrays.stream(Relation.ofOthers())
            .filter(one -> one.name().equals(typed.text("guardian.relation")))
            .findFirst();
    if (relation.isEmpty()) {
      problems.put("guardian.relation", t("child.problem.choose"));
    }
    String order = ContactForm.halfWidth(typed.text("guardian.order"));
    if (!order.matches("[1-9]")) {
      problems.put("guardian.order", t("child.problem.order"));
    }
    LocalDate confirmed = confirmed();
    return problems.isEmpty()
        ? Optional.of(
            new Contact(
                typed.text("guardian.name"),
                relation.orElseThrow(),
                ContactForm.halfWidth(typed.text("guardian.phone")),
                Integer.parseInt(order),
                typed.given("guardian.note"),
                typed.given("address"),
                confirmed))
        : Optional.empty();
  }

  private LocalDate confirmed() {
    DayInput input = DayInput.read(typed, "confirmed", DayInput.facts(today));
    if (!(input instanceof DayInput.Day(var day))) {
      problems.put("confirmed", input.problem());
      return today;
    }
    if (day.isAfter(today)) {
      problems.put("confirmed", t("child.contacts.future"));
    }
    return day;
  }

  ContactsPage.Form view(String title, String url) {
    Fields fields = new Fields("child.field.", "child.hint.", typed, problems);
    FieldView name = fields.must("guardian.name");
    FieldView relation = fields.must("guardian.relation");
    FieldView phone = fields.must("guardian.phone");
    FieldView order = fields.must("guardian.order");
    DayField confirmed = DayField.of(fields, "confirmed", true, DayInput.facts(today));
    return new ContactsPage.Form(
        title,
        url,
        Id.fresh().toString(),
        name,
        relation,
        fields.options("guardian.relation", Relation.ofOthers(), "child.relation."),
        phone,
        order,
        fields.of("guardian.note"),
        fields.of("address"),
        confirmed,
        Stream.of(name, relation, phone, order, confirmed.field())
            .filter(FieldView::wrong)
            .toList());
  }
}
