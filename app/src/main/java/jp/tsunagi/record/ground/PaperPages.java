package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a signed paper is put on file. */
@Component
class PaperPages {
  private final Identities children;
  private final ConsentDescription description;
  private final List<Foretold> foretold;

  PaperPages(Identities children, ConsentDescription description, List<Foretold> foretold) {
    this.children = children;
    this.description = description;
    this.foretold = List.copyOf(foretold);
  }

  /**
   * The page.
   *
   * @param fresh nothing was typed yet: everything prepared is ticked, day and giver are as the
   *     family said, or the day is today
   */
  ConsentPaperPage page(
      Tx tx, ConsentRequest request, Typed typed, boolean fresh, @Nullable RefusalView refusal) {
    var names = description.names(tx, request.child());
    String base = "/children/" + request.child() + "/consents/" + request.id();
    FieldView on = field(typed, "on").must();
    Optional<Foretold.Said> said = fresh ? said(tx, request) : Optional.empty();
    return new ConsentPaperPage(
        children.get(tx, request.child()),
        base + "/paper",
        base + "/request",
        ConsentWords.kind(request.kind()),
        Reference.shown(request.reference()),
        refusal,
        field(typed, "giver").must(),
        givers(tx, names.guardians(), typed.text("giver"), said),
        "/children/" + request.child() + "/guardians",
        fresh ? on.value(DateWords.brief(said.map(Foretold.Said::on).orElse(tx.today()))) : on,
        field(typed, "place").must(),
        scan(tx, request, field(typed, "scan")),
        field(typed, "scope"),
        lines(request, typed, fresh),
        request.withHistory(),
        fresh || typed.has("history"),
        description.readers().opened(tx, request, tx.today()));
  }

  private Optional<Foretold.Said> said(Tx tx, ConsentRequest request) {
    return foretold.stream()
        .flatMap(one -> one.said(tx, request.child(), request.kind()).stream())
        .findFirst();
  }

  private static FieldView field(Typed typed, String name) {
    return FieldView.of(name, t("ground.paper." + name))
        .hint(t("ground.paper." + name + ".hint"))
        .value(typed.text(name))
        .error(typed.problem(name));
  }

  /** Who records and reads by it shows the paper. */
  private static FieldView scan(Tx tx, ConsentRequest request, FieldView field) {
    return ConfirmationRule.needsScan(request.kind(), request.receiving(), Evidence.keeper(tx))
        ? field.must()
        : field;
  }

  /** Only who decides for the child today can have signed. */
  static List<Option> givers(
      Tx tx, List<Guardians.Related> guardians, String chosen, Optional<Foretold.Said> said) {
    List<Guardians.Related> deciding =
        guardians.stream().filter(it -> it.decides(tx.today())).toList();
    return deciding.stream()
        .map(it ->
            new Option(
                it.person().id().toString(),
                t(
                    "ground.guardian",
                    it.person().name(),
                    t("ground.relation." + it.is().relation())),
                it.person().id().toString().equals(chosen)
                    || said.filter(one -> one.giver().equals(it.person().name())).isPresent()
                    || deciding.size() == 1))
        .toList();
  }

  private static List<Option> lines(ConsentRequest request, Typed typed, boolean fresh) {
    Set<String> chosen = typed.all("scope");
    return request.scope().stream()
        .map(line ->
            new Option(
                line.code(),
                SectionWords.line(List.of(line)),
                fresh || chosen.contains(line.code())))
        .toList();
  }
}
