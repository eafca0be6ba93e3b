package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ConsentRequest;
import jp.tsunagi.record.ground.ConsentWords;
import jp.tsunagi.record.ground.Readers;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.ground.SectionWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a guardian reads what is asked and signs. */
@Component
class PortalConsentView {
  private final Identities children;
  private final ConsentRegister register;
  private final ConsentWords words;
  private final Readers readers;

  PortalConsentView(
      Identities children, ConsentRegister register, ConsentWords words, Readers readers) {
    this.children = children;
    this.register = register;
    this.words = words;
    this.readers = readers;
  }

  /** As it is asked for: everything is chosen, the guardian takes away. */
  PortalConsentPage page(Tx tx, ConsentRequest request) {
    return page(tx, request, request.scope(), null);
  }

  /**
   * After a refusal.
   *
   * @param chosen what the guardian had left chosen; nothing comes back by itself
   */
  PortalConsentPage page(
      Tx tx, ConsentRequest request, List<ScopeLine> chosen, @Nullable RefusalView refusal) {
    Identity child = children.get(tx, request.child());
    boolean begun = request.by().isPresent();
    List<Option> scope =
        request.scope().stream()
            .map(line ->
                new Option(line.code(), SectionWords.line(List.of(line)), chosen.contains(line)))
            .toList();
    return new PortalConsentPage(
        child.view(),
        t("portal.kind." + request.kind()),
        "/portal/children/" + request.child() + "/consents/" + (begun ? request.id() : "start"),
        request.id().toString(),
        statement(tx, request, child),
        readers.opened(tx, request, tx.today()),
        scope,
        refusal);
  }

  boolean given(Tx tx, ChildId child, ConsentId consent) {
    return register.of(tx, child).stream().anyMatch(seen -> seen.consent().id().equals(consent));
  }

  /** Not found, unless the child is this guardian's. */
  void known(Tx tx, ChildId child) {
    children.get(tx, child);
  }

  /** The words of the form, as the paper has them too. */
  private List<String> statement(Tx tx, ConsentRequest request, Identity child) {
    var names = words.names(tx, request.child());
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.CHILD, t("portal.child", child.line()));
    values.put(Placeholder.MUNICIPALITY, Municipality.name(tx));
    values.put(Placeholder.SCOPE, SectionWords.line(request.scope()));
    values.put(Placeholder.RECEIVERS, names.receivers(request.receiving(), request.place()));
    values.put(Placeholder.GIVERS, names.givers(request.giving()));
    values.put(
        Placeholder.PERIOD, Readers.period(new Period(tx.today(), request.until().orElse(null))));
    String form = t("portal.form." + request.kind());
    return ShippedForms.all().stream()
        .filter(it -> it.key().equals(form))
        .flatMap(it -> it.sections().stream())
        .flatMap(it -> it.fields().stream())
        .filter(Field.Statement.class::isInstance)
        .map(Field.Statement.class::cast)
        .flatMap(it -> it.paragraphs().stream())
        .map(it -> Placeholder.fill(it.in(language()), values))
        .toList();
  }
}
