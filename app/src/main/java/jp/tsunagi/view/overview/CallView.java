package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.view.overview.ChildPage.Call;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call, in the order of calling: first what the reader's own organisation heard from the
 * family, then guardians whom a consent or the own registration shows.
 */
record CallView(Actor.Staff reader, ChildFacts child, LocalDate today) {

  List<Call> calls() {
    return Stream.concat(
            child.noted().stream().map(this::noted),
            child.contacts().stream().filter(this::tellsMore).map(CallView::shared))
        .toList();
  }

  /** Whom the reader's own place calls first, as it heard it from the family. */
  Optional<Call> first() {
    return child.noted().stream().findFirst().map(this::noted);
  }

  /** Where the reader writes down and confirms contacts; empty for those who may not. */
  Optional<String> url() {
    return reader
            .reading()
            .anyMatch(seat ->
                seat.may(Right.WRITE)
                    && seat.ceiling().contains(Category.LOCATION)
                    && Explanation.reach(seat, child.explained(), today).stream()
                        .anyMatch(Stretch::running))
        ? Optional.of("/children/" + child.id() + "/contacts")
        : Optional.empty();
  }

  private boolean tellsMore(ChildFacts.Contact contact) {
    return child.noted().stream()
        .noneMatch(own ->
            plain(own.name()).equals(plain(contact.name()))
                && (contact.phone() == null
                    || digits(own.phone()).equals(digits(contact.phone()))));
  }

  private static String plain(String name) {
    return name.replaceAll("[\\s\\u3000]", "");
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9+]", "");
  }

  private Call noted(ChildFacts.Noted own) {
    List<String> notes = new ArrayList<>();
    if (own.note() != null) {
      notes.add(own.note());
    }
    notes.add(
        t("overview.call.noted", own.organisation(), Wording.brief(own.confirmedOn(), today)));
    return call(own.order(), own.relation(), own.name(), own.phone(), notes);
  }

  private static Call shared(ChildFacts.Contact contact) {
    String language = contact.language();
    List<String> notes = new ArrayList<>();
    if (contact.note() != null) {
      notes.add(contact.note());
    }
    if (language != null && !language.startsWith("ja")) {
      notes.add(t("overview.call.language", language(language)));
    }
    return call(contact.order(), contact.relation(), contact.name(), contact.phone(), notes);
  }

  private static Call call(
      int order, String relation, String name, @Nullable String phone, List<String> notes) {
    return new Call(
        t("overview.call.order", order, Wording.relation(relation)),
        t("overview.call.name", name),
        phone,
        phone == null ? null : "tel:" + digits(phone),
        String.join(t("overview.comma"), notes));
  }

  static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Text.language());
  }
}
