package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.ChildAttribute;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Placeholder;
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
        under(year),
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

  private FormDefinition form() {
    return parts.getFirst().form();
  }

  private List<String> under(FiscalYear year) {
    String first =
        Stream.of(year.words().in(language()), parts.getFirst().organisation())
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
    for (RecordPart part : parts) {
      List<Paper.Block> pieces = part.blocks(child, fillings, true);
      if (!pieces.isEmpty()) {
        blocks.add(new Paper.Heading(part.section().title().in(language()), note(part), false));
        blocks.addAll(pieces);
      }
    }
    confirmation().ifPresent(blocks::add);
    return blocks;
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
    boolean open = parts.stream().anyMatch(part -> part.state() != ItemState.FINAL);
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
