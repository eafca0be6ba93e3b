package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ITEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.LeftOver;
import jp.tsunagi.record.form.Writer;
import jp.tsunagi.record.idea.IdeaFilter;
import jp.tsunagi.record.idea.IdeaKind;
import jp.tsunagi.record.idea.IdeaPane;
import jp.tsunagi.record.idea.Ideas;
import jp.tsunagi.record.idea.Stage;
import jp.tsunagi.record.sheet.ReadSheet.Part;
import org.springframework.stereotype.Component;

/** Makes the right side of the writing screen. */
@Component
final class SideView {
  private static final String WISHES = "profile/wishes";

  private final SheetReading reading;
  private final EarlierSheets earlier;
  private final Ideas ideas;
  private final DraftPreview preview;

  SideView(SheetReading reading, EarlierSheets earlier, Ideas ideas, DraftPreview preview) {
    this.reading = reading;
    this.earlier = earlier;
    this.ideas = ideas;
    this.preview = preview;
  }

  /** The same, where last year's sheet has not been read yet. */
  SidePage page(Tx tx, ReadSheet draft, Map<String, String> asked) {
    return page(tx, draft, () -> reading.before(tx, draft.sheet()), asked);
  }

  /**
   * The tab that is asked for ({@code side}), with what it is asked by.
   *
   * @param before last year's sheet
   */
  SidePage page(
      Tx tx, ReadSheet draft, Supplier<Optional<ReadSheet>> before, Map<String, String> asked) {
    SideTab tab = SideTab.of(asked.getOrDefault("side", ""));
    boolean wishes = tab == SideTab.WISHES;
    return new SidePage(
        url(draft),
        tab.word(),
        Stream.of(SideTab.values())
            .map(each -> new Link(each.word(), t("sheet.side." + each.word()), each == tab))
            .toList(),
        kinds(draft.form()),
        wishes ? quotes(tx, draft) : List.of(),
        wishes ? left(draft, before.get()) : List.of(),
        tab == SideTab.IDEAS ? ideas(tx, draft, asked) : null,
        tab == SideTab.PRINTED ? preview.of(tx, draft.sheet().id()) : null,
        tab == SideTab.EARLIER ? earlier(tx, draft, asked) : null);
  }

  private static String url(ReadSheet draft) {
    return "/sheets/" + draft.sheet().id();
  }

  private IdeaPane ideas(Tx tx, ReadSheet draft, Map<String, String> asked) {
    Stage stage = Stage.at(ChildFacts.level(tx, draft.sheet().child(), draft.sheet().fiscalYear()));
    Map<String, String> wanted = new java.util.HashMap<>(asked);
    wanted.putIfAbsent("stage", stage.name());
    return ideas.pane(tx, IdeaFilter.of(wanted), url(draft) + "/draft");
  }

  /** Which kind suits a field, for the script that follows the writer from field to field. */
  private static String kinds(FormDefinition form) {
    return form.sections().stream()
        .flatMap(section -> section.fields().stream())
        .flatMap(field ->
            field.columns().isEmpty()
                ? kind(field.key(), field)
                : field.columns().stream()
                    .flatMap(column -> kind(field.key() + "." + column.key(), column)))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> kind(String address, Field field) {
    boolean text = field instanceof Field.ShortText || field instanceof Field.LongText;
    return text
        ? IdeaKind.suiting(field.key()).stream().map(kind -> address + ":" + kind)
        : Stream.of();
  }

  private static List<LineView> left(ReadSheet draft, Optional<ReadSheet> last) {
    return last.stream()
        .flatMap(before -> DraftView.carried(before, draft).leftOver().stream())
        .filter(each -> each.why() != LeftOver.Why.STARTS_ANEW)
        .filter(each -> each.why() != LeftOver.Why.CLOSED)
        .map(SideView::left)
        .toList();
  }

  private static LineView left(LeftOver over) {
    return new LineView(
        over.address().field(),
        over.label().in(language()),
        AnswerText.typed(over.answer()),
        List.of(t("form.leftOver." + over.why())),
        List.of(),
        List.of(),
        "");
  }

  /** The family's wishes, as far as the writer may read them. */
  private List<SidePage.Quote> quotes(Tx tx, ReadSheet draft) {
    return tx.sql()
        .select(ITEM.SHEET_ID)
        .from(ITEM)
        .where(Readable.item(tx))
        .and(ITEM.CHILD_ID.eq(draft.sheet().child()))
        .and(ITEM.SECTION.eq(WISHES))
        .and(ITEM.LATEST.isTrue())
        .and(ITEM.STATE.eq("FINAL"))
        .limit(1)
        .fetchOptional(ITEM.SHEET_ID)
        .flatMap(id -> reading.inUse(tx, id).part("wishes"))
        .map(part -> quotes(tx, draft.sheet(), part))
        .orElse(List.of());
  }

  private static List<SidePage.Quote> quotes(Tx tx, Sheet sheet, Part part) {
    PartView read = PartView.of(tx, sheet, part);
    return part.section().questions().stream()
        .filter(_ -> part.section().writer() == Writer.GUARDIAN)
        .filter(field -> part.answers().at(field.key()).given())
        .map(field ->
            new SidePage.Quote(
                field.head().label().in(language()),
                AnswerText.shown(field, part.answers().at(field.key())),
                read.who(),
                read.why()))
        .toList();
  }

  private SidePage.Earlier earlier(Tx tx, ReadSheet draft, Map<String, String> asked) {
    Optional<ReadSheet> open =
        EarlierSheets.id(asked.getOrDefault("read", ""))
            .map(id -> earlier.open(tx, draft.sheet(), id));
    List<SidePage.Line> sheets =
        earlier.of(tx, draft.sheet()).stream()
            .map(each ->
                new SidePage.Line(
                    url(draft) + "/draft?side=earlier&read=" + each.sheet().id(),
                    url(draft) + "/side/earlier?read=" + each.sheet().id(),
                    each.title(),
                    each.sheet()
                        .organisation()
                        .map(at -> ReaderSql.name(tx, draft.sheet().child(), at))
                        .orElse(""),
                    open.filter(it -> it.sheet().id().equals(each.sheet().id())).isPresent()))
            .toList();
    return new SidePage.Earlier(sheets, open.map(it -> parts(tx, draft, it)).orElse(List.of()));
  }

  private static List<SidePage.Part> parts(Tx tx, ReadSheet draft, ReadSheet open) {
    Map<String, Answers> carried = EarlierSheets.carried(open, draft);
    List<SidePage.Part> parts = new ArrayList<>();
    for (Part part : open.parts()) {
      PartView read = PartView.of(tx, open.sheet(), part);
      List<SidePage.Field> fields =
          read.lines().stream()
              .map(line -> new SidePage.Field(line, copy(draft, open, carried, line.field())))
              .toList();
      if (!fields.isEmpty()) {
        parts.add(new SidePage.Part(read.title(), read.who(), read.why(), fields));
      }
    }
    return parts;
  }

  private static @org.jspecify.annotations.Nullable String copy(
      ReadSheet draft, ReadSheet open, Map<String, Answers> carried, String field) {
    boolean takes =
        carried.entrySet().stream()
            .anyMatch(each ->
                !Drafting.open(
                        SheetWriting.answers(
                            draft, draft.form().section(each.getKey()).orElseThrow()),
                        each.getValue(),
                        field)
                    .byField()
                    .isEmpty());
    return takes ? open.sheet().id() + ":" + field : null;
  }
}
