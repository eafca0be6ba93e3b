package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.CarryOver;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.ReadSheet.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the writing screen. */
@Component
final class DraftView {
  private final Sheets sheets;
  private final SheetReading reading;
  private final SheetWriting writing;
  private final SheetView view;
  private final Lifting lifting;
  private final SheetWay way;
  private final Remarks remarks;
  private final SideView side;

  DraftView(
      Sheets sheets,
      SheetReading reading,
      SheetWriting writing,
      SheetView view,
      Lifting lifting,
      SheetWay way,
      Remarks remarks,
      SideView side) {
    this.sheets = sheets;
    this.reading = reading;
    this.writing = writing;
    this.view = view;
    this.lifting = lifting;
    this.way = way;
    this.remarks = remarks;
    this.side = side;
  }

  /**
   * The whole form on one page, last year beside it.
   *
   * @param asked what the right side is asked for
   */
  DraftPage whole(
      Tx tx,
      ReadSheet draft,
      SheetWriting.Shown shown,
      Map<String, String> asked,
      @Nullable RefusalView refusal) {
    Optional<ReadSheet> before = reading.before(tx, draft.sheet());
    List<PartForm> parts =
        draft.form().sections().stream()
            .map(section -> past(writing.form(tx, draft, section, shown), section, before, draft))
            .toList();
    return new DraftPage(
        SheetHead.of(tx, draft.sheet(), draft.form()),
        "/sheets/" + draft.sheet().id(),
        saved(tx, draft),
        way.of(tx, draft, true),
        before.map(DraftView::pastTitle).orElse(null),
        before.isPresent(),
        parts,
        before(tx, draft, shown.noting()),
        side.page(tx, draft, () -> before, asked),
        null,
        null,
        lifting.offer(tx, draft).orElse(null),
        Lifting.left(draft),
        remarks.open(tx, draft.sheet()),
        refusal);
  }

  /** One section of a long form. */
  DraftPage section(
      Tx tx,
      ReadSheet draft,
      Section section,
      SheetWriting.Shown shown,
      Optional<Said> said,
      @Nullable RefusalView refusal) {
    return new DraftPage(
        SheetHead.of(tx, draft.sheet(), draft.form()),
        "/sheets/" + draft.sheet().id(),
        saved(tx, draft),
        way.of(tx, draft, true),
        null,
        false,
        List.of(writing.form(tx, draft, section, shown)),
        before(tx, draft, shown.noting()),
        null,
        ways(tx, draft, section),
        proxy(tx, draft, said),
        lifting.offer(tx, draft).orElse(null),
        Lifting.left(draft),
        remarks.open(tx, draft.sheet()),
        refusal);
  }

  private static DraftPage.Ways ways(Tx tx, ReadSheet draft, Section section) {
    List<String> keys = draft.form().sections().stream().map(Section::key).toList();
    int here = keys.indexOf(section.key());
    return new DraftPage.Ways(
        SheetWriting.steps(draft, tx.today()),
        here + 1,
        here > 0 ? keys.get(here - 1) : null,
        here + 1 < keys.size() ? keys.get(here + 1) : null);
  }

  private DraftPage.Proxy proxy(Tx tx, ReadSheet draft, Optional<Said> said) {
    String on = said.map(it -> SheetWords.plain(it.receivedOn())).orElse("");
    var all = view.all(tx, draft.sheet(), said);
    String sentence =
        all.stream()
            .filter(jp.tsunagi.base.ui.Option::chosen)
            .findFirst()
            .map(one -> t("sheet.said.now", one.text(), on))
            .orElse(t("sheet.said"));
    return new DraftPage.Proxy(
        sentence,
        FieldView.of("said.guardian", t("sheet.said.guardian")),
        all,
        FieldView.of("said.on", t("sheet.said.on")).value(on));
  }

  private static @Nullable String saved(Tx tx, ReadSheet draft) {
    return draft.parts().stream()
        .filter(part -> part.revision() == draft.sheet().revision())
        .map(Part::changedAt)
        .max(Comparator.naturalOrder())
        .map((Instant at) -> {
          boolean today =
              at.atZone(jp.tsunagi.base.database.ActingClock.JAPAN)
                  .toLocalDate()
                  .equals(tx.today());
          return today ? SheetWords.time(at) : SheetWords.day(tx, at);
        })
        .orElse(null);
  }

  private static String pastTitle(ReadSheet before) {
    return SheetWords.year(before.sheet(), before.form());
  }

  DraftPage.Before before(Tx tx, ReadSheet draft, @Nullable Noting noting) {
    Sheet sheet = draft.sheet();
    boolean asks = Way.asksGuardian(tx, draft.form());
    boolean approval = way.asksApproval(tx, sheet, draft.form());
    return new DraftPage.Before(
        Stream.concat(
                Finishing.ahead(tx, sheet, draft.form()).stream()
                    .map(one ->
                        new Link(
                            "/sheets/" + sheet.id() + "#occasions", t("sheet.occasion." + one))),
                sheets.missing(tx, sheet.id()).stream().map(missing -> link(sheet, missing)))
            .toList(),
        ReaderSql.sentence(tx, sheet, draft.form().sections()),
        approval ? DraftPage.Next.SUBMIT : asks ? DraftPage.Next.SEND : DraftPage.Next.FINISH,
        asks ? (noting == null ? Noting.fresh(tx) : noting).form(view.deciding(tx, sheet)) : null,
        SheetView.answer(tx, draft),
        sheet.revision() == 1,
        sheet.ofFamily() ? null : "/sheets/" + sheet.id() + "/draft-notices");
  }

  private static Link link(Sheet sheet, Missing missing) {
    return new Link(way(sheet, null, missing), missing.label());
  }

  /**
   * The way into a field: in this page, or on the page of its section, where it is marked.
   *
   * @param here the section that is shown; null for none or for all
   */
  static String way(Sheet sheet, @Nullable String here, Missing missing) {
    boolean elsewhere = sheet.ofFamily() && !missing.section().equals(here);
    String page =
        elsewhere ? "/sheets/" + sheet.id() + "/draft/" + missing.section() + "?check=1" : "";
    return page + "#" + missing.field();
  }

  private static PartForm past(
      PartForm form, Section section, Optional<ReadSheet> before, ReadSheet draft) {
    if (before.isEmpty()) {
      return form;
    }
    List<QuestionView> questions = new ArrayList<>();
    for (QuestionView question : form.questions()) {
      String key = Address.parse(question.field().name().substring("answer.".length())).field();
      questions.add(
          Beside.taken(
              question.past(past(section, key, before.get())), section, key, before.get()));
    }
    return new PartForm(
        form.key(),
        form.title(),
        form.intro(),
        form.readers(),
        form.page(),
        form.since(),
        form.answered(),
        questions,
        form.who(),
        form.removed());
  }

  private static QuestionView.@Nullable Past past(Section section, String key, ReadSheet before) {
    boolean asked = section.field(key).filter(Field::asked).isPresent();
    List<String> lines =
        before.form().sectionOf(key).stream()
            .filter(_ -> asked)
            .flatMap(old -> LineView.past(old, key, SheetWriting.answers(before, old)).stream())
            .toList();
    boolean copies = section.field(key).filter(field -> field.head().carryOver()).isPresent();
    return lines.isEmpty() ? null : new QuestionView.Past(lines, copies);
  }

  /** Last year's answers as far as this year's form takes them. */
  static CarryOver carried(ReadSheet before, ReadSheet draft) {
    Map<String, Answers> parts = new TreeMap<>();
    before.parts().forEach(part -> parts.put(part.section().key(), part.answers()));
    return CarryOver.from(before.form(), parts, draft.form());
  }
}
