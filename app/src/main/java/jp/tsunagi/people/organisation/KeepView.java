package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;

/**
 * Words of the page on which an organisation or a class is called otherwise and closed.
 *
 * @param typed what was typed; empty fields show what is
 * @param left what must be settled first
 */
record KeepView(Map<String, String> typed, List<FieldRefusal> refusals, List<Running.Left> left) {
  static final KeepView FRESH = new KeepView(Map.of(), List.of(), List.of());

  KeepPage of(Tx tx, Organisation there) {
    String url = OrganisationController.url(there.id());
    return page(
        url + "/keeping",
        there.name(),
        List.of(
            new Link("/organisations", t("organisation.list.title")), new Link(url, there.name())),
        field("kana", there.kana()).must(),
        DateWords.brief(tx.today()),
        NameSql.of(tx, there.id()),
        t("organisation.closing.note"),
        there.closedFrom());
  }

  KeepPage of(Tx tx, Organisation at, SchoolClass there) {
    String url = OrganisationController.url(at.id());
    return page(
        url + "/classes/" + there.id(),
        there.name(),
        List.of(
            new Link("/organisations", t("organisation.list.title")),
            new Link(url, at.name()),
            new Link(url + "/classes?year=" + there.fiscalYear(), t("organisation.classes.title"))),
        null,
        DateWords.brief(tx.today()),
        NameSql.of(tx, there.id()),
        t("organisation.class.closing.note"),
        there.closedFrom());
  }

  private KeepPage page(
      String url,
      String name,
      List<Link> ways,
      @org.jspecify.annotations.Nullable FieldView kana,
      String today,
      List<NameSql.Former> former,
      String closing,
      Optional<LocalDate> closedFrom) {
    boolean corrects = typed.getOrDefault("how", "").equals(Renaming.CORRECTS);
    return new KeepPage(
        url,
        name,
        ways,
        field("name", name).must(),
        kana,
        field("from", today),
        List.of(
            new Option("renamed", t("organisation.name.how.renamed"), !corrects),
            new Option(Renaming.CORRECTS, t("organisation.name.how.corrects"), corrects)),
        former.stream()
            .map(one -> t("organisation.name.former", one.name(), day(one.to().minusDays(1))))
            .toList(),
        field("lastDay", "").must(),
        closing,
        closedFrom.map(from -> closed(from)).orElse(null),
        left);
  }

  /** In words, with the last day. */
  static String closed(LocalDate from) {
    return t("organisation.closed", day(from.minusDays(1)));
  }

  private static String day(LocalDate day) {
    return DateWords.full(day).in(language());
  }

  private FieldView field(String name, String known) {
    return new Fields(
            "organisation.field.",
            "organisation.keep.hint.",
            Typed.NOTHING,
            FieldRefusal.problems(refusals))
        .of(name)
        .value(typed.getOrDefault(name, known));
  }
}
