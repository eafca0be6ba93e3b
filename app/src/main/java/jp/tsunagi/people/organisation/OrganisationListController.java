package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.organisation.OrganisationFilter.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /organisations}: the register, filtered, sorted, and as a file. */
@Controller
class OrganisationListController {
  private static final String URL = "/organisations";
  private static final String FILE = URL + "/list.xlsx";

  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  OrganisationListController(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  @GetMapping("/organisations")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    return Screen.of(page(OrganisationFilter.of(asked), database.call(actor, organisations::all)));
  }

  @GetMapping("/organisations/list.xlsx")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    List<Organisation> register =
        database.call(
            actor,
            tx -> {
              trace.write(tx, Entry.of(Action.EXPORT).about("organisation.list"));
              return organisations.all(tx);
            });
    return ListFile.of(
        t("organisation.list.title"),
        Stream.of(
                "name",
                "kana",
                "kind",
                "tier",
                "sector",
                "district",
                "connection",
                "phone",
                "closed")
            .map(column -> t("organisation.field." + column))
            .toList(),
        OrganisationFilter.of(asked).of(register).stream()
            .map(OrganisationListController::cells)
            .toList());
  }

  private static List<String> cells(Organisation one) {
    return List.of(
        one.name(),
        one.kana(),
        OrganisationWords.kind(one.kind()),
        OrganisationWords.tier(one),
        OrganisationWords.sector(one.sector()),
        one.district().orElse(""),
        OrganisationWords.connection(one.connection()),
        one.phone().orElse(""),
        one.closedFrom().map(KeepView::closed).orElse(""));
  }

  private static OrganisationListPage page(OrganisationFilter filter, List<Organisation> register) {
    return new OrganisationListPage(
        register.size(),
        filter.narrows(),
        filter.q(),
        kinds(filter, register),
        districts(filter, register),
        filter.sort().name(),
        filter.closed(),
        register.stream().filter(one -> one.closedFrom().isPresent()).count(),
        Arrays.stream(Sort.values()).map(sort -> head(filter, sort)).toList(),
        filter.of(register).stream().map(OrganisationListController::row).toList(),
        filter.url(FILE, filter.sort()));
  }

  private static Link head(OrganisationFilter filter, Sort sort) {
    String text = t("organisation.list.head." + sort);
    return new Link(filter.url(URL, sort), text, sort == filter.sort());
  }

  private static List<Option> kinds(OrganisationFilter filter, List<Organisation> register) {
    return register.stream()
        .map(Organisation::kind)
        .distinct()
        .sorted()
        .map(kind ->
            new Option(
                kind.name(), OrganisationWords.kind(kind), kind.name().equals(filter.kind())))
        .toList();
  }

  private static List<Option> districts(OrganisationFilter filter, List<Organisation> register) {
    return register.stream()
        .flatMap(one -> one.district().stream())
        .distinct()
        .sorted()
        .map(district -> new Option(district, district, district.equals(filter.district())))
        .toList();
  }

  private static OrganisationListPage.Row row(Organisation one) {
    return new OrganisationListPage.Row(
        OrganisationController.url(one.id()),
        one.name(),
        one.kana(),
        OrganisationWords.kind(one.kind()),
        OrganisationWords.tier(one),
        one.district().orElse(""),
        OrganisationWords.status(one.connection()),
        one.phone().orElse(null),
        one.closedFrom().map(KeepView::closed).orElse(null));
  }
}
