package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ideas}: the bank as a list; and what of it a writer is offered while writing. */
@Controller
class IdeaListController {
  static final String URL = "/ideas";
  private static final int PAGE = 50;

  private final Database database;
  private final Ideas ideas;
  private final Trace trace;

  IdeaListController(Database database, Ideas ideas, Trace trace) {
    this.database = database;
    this.ideas = ideas;
    this.trace = trace;
  }

  @GetMapping("/ideas")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(
      Actor.Staff actor,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "0") int from) {
    IdeaFilter filter = IdeaFilter.of(asked);
    return Screen.of(database.call(actor, tx -> page(tx, actor, filter, Math.max(0, from))));
  }

  private IdeaListPage page(Tx tx, Actor.Staff actor, IdeaFilter filter, int from) {
    List<IdeaSql.Met> met = ideas.register(tx, filter, from, PAGE + 1);
    int waiting = ideas.waiting(tx, actor);
    List<IdeaListPage.Row> rows = met.stream().limit(PAGE).map(one -> row(actor, one)).toList();
    var pager =
        new PagerView(
            from > 0 ? filter.url(URL, Math.max(0, from - PAGE)) : null,
            met.size() > PAGE ? filter.url(URL, from + PAGE) : null,
            rows.isEmpty() ? null : t("idea.list.shown", from + 1, from + rows.size()));
    return new IdeaListPage(
        filter.q(),
        IdeaWords.kinds(List.of(filter.kind())),
        IdeaWords.needs(List.of(filter.need())),
        IdeaWords.areas(List.of(filter.area())),
        IdeaWords.stages(List.of(filter.stage())),
        IdeaWords.states(List.of(filter.state())),
        filter.mine(),
        filter.narrows(),
        rows,
        pager,
        waiting == 0 ? null : t("idea.waiting", waiting),
        IdeaRule.keeps(actor, Optional.empty()) || !IdeaRule.proposing(actor).isEmpty(),
        IdeaRule.keeps(actor, Optional.empty()));
  }

  private static IdeaListPage.Row row(Actor.Staff actor, IdeaSql.Met met) {
    Idea idea = met.idea();
    return new IdeaListPage.Row(
        idea.id().toString(),
        idea.text(),
        IdeaWords.of(idea.kind()),
        IdeaWords.needs(idea),
        IdeaWords.areas(idea),
        IdeaWords.stages(idea),
        whose(actor, idea),
        IdeaWords.of(idea.state()),
        IdeaRule.changes(actor, idea),
        IdeaRule.keeps(actor, idea.organisation())
            ? Stream.of(IdeaState.values())
                .filter(idea.state()::mayBecome)
                .map(IdeaState::name)
                .toList()
            : List.of(),
        met.favourite());
  }

  private static String whose(Actor.Staff actor, Idea idea) {
    return idea.organisation()
        .map(at -> IdeaRule.proposing(actor).getOrDefault(at, t("idea.whose.other")))
        .orElseGet(() -> t("idea.whose.all"));
  }

  /** What fits the field one is in, by kind, need, area and words: a piece of a page. */
  @GetMapping("/ideas/found")
  @Permitted(Permission.WRITE)
  @Traced(Action.NONE)
  ModelAndView found(Actor.Staff actor, @RequestParam Map<String, String> asked) {
    return Screen.of(database.call(actor, tx -> ideas.offered(tx, IdeaFilter.of(asked))));
  }

  /** The municipality's register as a workbook, which comes back at {@code /ideas/import}. */
  @GetMapping("/ideas/list.xlsx")
  @Permitted(Permission.ADMINISTER)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor) {
    List<Idea> register =
        database.call(
            actor,
            tx -> {
              Ideas.load(tx);
              trace.write(tx, Entry.of(Action.EXPORT).about("idea.list"));
              return IdeaSql.ofMunicipality(tx);
            });
    return ListFile.of(
        t("idea.list.title"),
        Stream.of(IdeaColumn.values()).map(IdeaColumn::head).toList(),
        register.stream().map(IdeaColumn::cells).toList());
  }
}
