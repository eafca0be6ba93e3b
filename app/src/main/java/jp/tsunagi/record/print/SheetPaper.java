package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.ChildAttribute;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Step;
import jp.tsunagi.record.form.Writer;
import jp.tsunagi.record.item.ItemState;

/** A sheet as its 様式 on paper: the parts the printer may read, in the order of the form. Pure. */
final class SheetPaper {
  private final List<RecordPart> parts;
  private final ChildFacts child;

  /**
   * A sheet to lay out.
   *
   * @param parts at least one, all of one sheet
   */
  SheetPaper(List<RecordPart> parts, ChildFacts child) {
    this.parts = List.copyOf(parts);
    this.child = child;
  }

  Paper paper() {
    String title = parts.getFirst().title();
    FiscalYear year = new FiscalYear(parts.getFirst().fiscalYear());
    return new Paper(
        title,
        under(),
        Optional.empty(),
        child.named(frozen(ChildAttribute.NAME), frozen(ChildAttribute.KANA)).head(year),
        blocks(),
        w("print.running", child.written(), title));
  }

  /** A final sheet keeps the name it was written under. */
  private Optional<String> frozen(ChildAttribute attribute) {
    return parts.stream()
        .filter(part -> part.state() == ItemState.FINAL)
        .flatMap(part -> part.frozen(attribute).stream())
        .findFirst();
  }

  /** The latest version that any of it is written on. */
  private FormDefinition form() {
    return parts.stream()
        .map(RecordPart::form)
        .max(Comparator.comparingInt(FormDefinition::version))
        .orElseThrow();
  }

  private List<String> under() {
    String first =
        Stream.of(parts.getFirst().year(), parts.getFirst().organisation())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(w("print.space")));
    return Stream.of(first, state()).filter(each -> !each.isEmpty()).toList();
  }

  /** What is not final says so on its face. */
  private String state() {
    return Stream.of(ItemState.DRAFT, ItemState.IN_APPROVAL, ItemState.WITH_GUARDIAN)
        .filter(state -> parts.stream().anyMatch(part -> part.state() == state))
        .findFirst()
        .map(state -> w("print.state." + state))
        .orElse("");
  }

  private List<Paper.Block> blocks() {
    var fillings = Map.of(Placeholder.CHILD, child.withSan());
    List<Paper.Block> blocks = new ArrayList<>();
    parts.stream().filter(part -> !inForm(part)).forEach(part -> add(blocks, part, fillings));
    for (Section section : form().sections()) {
      List<RecordPart> written =
          parts.stream().filter(part -> part.section().key().equals(section.key())).toList();
      written.forEach(part -> add(blocks, part, fillings));
      if (written.isEmpty() && isOpen()) {
        blocks.add(new Paper.Heading(section.title().in(language()), Optional.empty(), false));
        blocks.addAll(open(section, fillings));
      }
    }
    confirmation().ifPresent(blocks::add);
    return blocks;
  }

  /** Whether the version of the form still has its section. */
  private boolean inForm(RecordPart part) {
    return form().section(part.section().key()).isPresent();
  }

  private void add(List<Paper.Block> blocks, RecordPart part, Map<Placeholder, String> fillings) {
    List<Paper.Block> pieces = part.blocks(child, fillings, true);
    if (!pieces.isEmpty()) {
      blocks.add(new Paper.Heading(part.section().title().in(language()), note(part), false));
      blocks.addAll(pieces);
    }
  }

  /**
   * What nobody wrote yet leaves room: what is still being written is read by its own organisation
   * alone, which reads all of it. Facts of the child stand where something was written only.
   */
  private static List<Paper.Block> open(Section section, Map<Placeholder, String> fillings) {
    var sources = new SectionLayout.Sources(_ -> Optional.empty(), fillings, Map.of(), true);
    return SectionLayout.blocks(section, Answers.NONE, sources);
  }

  private boolean isOpen() {
    return parts.stream().anyMatch(part -> part.state() != ItemState.FINAL);
  }

  private static Optional<String> note(RecordPart part) {
    return part.state() == ItemState.DRAFT
        ? Optional.empty()
        : Optional.of(
            w("print.part.by", part.authorName(), DateWords.plain(part.onDate()).in(language())));
  }

  /** 確認欄, where the form asks the guardian and has no signature of its own. */
  private Optional<Paper.Block> confirmation() {
    boolean asked = form().route().steps().stream().anyMatch(Step.WithGuardian.class::isInstance);
    boolean signed =
        form().sections().stream()
            .flatMap(section -> section.fields().stream())
            .anyMatch(Field.Signature.class::isInstance);
    boolean open = isOpen();
    boolean ours = parts.stream().anyMatch(part -> part.section().writer() == Writer.ORGANISATION);
    if (!asked || signed || !open || !ours) {
      return Optional.empty();
    }
    var choices =
        Stream.of("yes", "differs", "talk")
            .map(each -> new Paper.Tick(w("print.confirm." + each), false))
            .toList();
    return Optional.of(
        new Paper.Signatures(
            List.of(
                Paper.SignatureBox.open(
                    w("print.confirm"),
                    Optional.of(w("print.confirm.hint")),
                    choices,
                    w("print.sign.relation")))));
  }
}
