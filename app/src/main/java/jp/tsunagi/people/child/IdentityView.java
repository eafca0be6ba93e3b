package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Typed;
import org.springframework.stereotype.Component;

/** Lays out the page of a child's identity, with what was typed where a form was refused. */
@Component
final class IdentityView {
  /** Which of the forms was sent and refused, and what was typed into it. */
  record Refused(String form, Typed typed, Map<String, String> problems) {
    static final Refused NOTHING = new Refused("", Typed.NOTHING, Map.of());
  }

  IdentityPage page(Tx tx, Actor.Staff actor, Identity child, Refused refused) {
    return new IdentityPage(
        ChildHead.of(tx, actor, child, "identity"),
        facts(tx, child),
        names(tx, child),
        HistorySql.grades(tx, child.id()).stream().map(IdentityView::grade).toList(),
        Sight.changes(tx, actor, child, Category.IDENTITY).isPresent()
            ? change(tx, child, refused)
            : null);
  }

  /** The mark of all that can be changed here. */
  static String seen(Tx tx, Identity child) {
    return Seen.of(
        child.birthDate(),
        child.sex(),
        child.homeLanguage(),
        child.interpreter(),
        HistorySql.names(tx, child.id()).stream()
            .map(one -> List.of(one.kind(), one.period(), one.name().written(), one.name().kana()))
            .toList(),
        HistorySql.grades(tx, child.id()));
  }

  private static List<IdentityPage.Fact> facts(Tx tx, Identity child) {
    String reasons =
        HistorySql.registrations(tx, child.id()).stream()
            .map(one ->
                t("child.reason." + one.reason())
                    + t("child.identity.since", DateWords.plain(one.since()).in(language())))
            .collect(Collectors.joining(t("child.search.and")));
    String spoken =
        Languages.words(child.homeLanguage())
            + (child.interpreter() ? t("child.search.and") + t("child.tick.interpreter") : "");
    return List.of(
        new IdentityPage.Fact(
            t("child.field.birth"), DateWords.full(child.birthDate()).in(language())),
        new IdentityPage.Fact(t("child.field.sex"), t("child.sex." + child.sex())),
        new IdentityPage.Fact(t("child.field.language"), spoken),
        new IdentityPage.Fact(t("child.field.reason"), reasons),
        new IdentityPage.Fact(
            t("child.identity.standing"), t("child.standing." + child.standing())));
  }

  private static List<IdentityPage.Named> names(Tx tx, Identity child) {
    return HistorySql.names(tx, child.id()).stream()
        .map(one ->
            new IdentityPage.Named(
                t("child.name." + one.kind()),
                Identity.view(one.name()),
                DateWords.plain(one.period().from()).in(language()),
                one.period().lastDay().map(day -> DateWords.plain(day).in(language())).orElse("")))
        .toList();
  }

  private static IdentityPage.Fact grade(HistorySql.Graded one) {
    String note = one.reason().note();
    return new IdentityPage.Fact(
        new FiscalYear(one.fiscalYear()).plainWords().in(language()),
        Stream.of(
                IdentityFields.level(String.valueOf(one.level())),
                one.reason().kind().words().in(language()),
                note)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining("\u3000")));
  }

  private static IdentityPage.Change change(Tx tx, Identity child, Refused refused) {
    IdentityFields fields = new IdentityFields(child, tx.today());
    Typed usual = fields.usual();
    return new IdentityPage.Change(
        seen(tx, child),
        fields.name(typed("name", usual, refused), problems("name", refused)),
        fields.about(typed("about", usual, refused), problems("about", refused)),
        fields.grade(typed("grade", usual, refused), problems("grade", refused)));
  }

  private static Typed typed(String form, Typed usual, Refused refused) {
    return Optional.of(refused)
        .filter(one -> one.form().equals(form))
        .map(Refused::typed)
        .orElse(usual);
  }

  private static Map<String, String> problems(String form, Refused refused) {
    return refused.form().equals(form) ? refused.problems() : Map.of();
  }
}
