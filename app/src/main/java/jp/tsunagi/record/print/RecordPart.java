package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.ChildAttribute;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemState;

/**
 * One part of a sheet that the actor may read now, with the form it was written on.
 *
 * @param authorName whose words they are, as papers say it
 * @param frozen the shown facts of the child as they were when the part became final, by field
 * @param pictures it holds, by the id of their file
 * @param organisation whose sheet it is, by name; empty when it is the family's
 * @param programme 支援事業 it is about, by name; empty for every other sheet
 */
public record RecordPart(
    ItemId item,
    SheetId sheet,
    FormDefinition form,
    Section section,
    Category category,
    Author author,
    String authorName,
    String organisation,
    String programme,
    ItemState state,
    int fiscalYear,
    Term term,
    int revision,
    LocalDate onDate,
    Answers answers,
    Map<String, String> frozen,
    Map<String, Paper.Picture> pictures) {

  /** What a consent calls this part: form key/section key. */
  public String code() {
    return form.key() + "/" + section.key();
  }

  /** Title of the sheet: 支援内容（支援事業）　元気キッズ. */
  public String title() {
    String title = form.title().in(language());
    return programme.isEmpty() ? title : w("print.title.programme", title, programme);
  }

  /** The same with its 年度 and 期; what is kept for years has none. */
  public String yearly() {
    return form.cycle() == Cycle.ONCE
        ? title()
        : w(
            "print.title.year",
            title(),
            term.after(new FiscalYear(fiscalYear).plainWords().in(language()), form.cycle()));
  }

  /** 令和8年度（2026）, with 前期・後期 or its number in the year. */
  String year() {
    return term.after(new FiscalYear(fiscalYear).words().in(language()), form.cycle());
  }

  RecordPart with(Map<String, Paper.Picture> held) {
    return new RecordPart(
        item,
        sheet,
        form,
        section,
        category,
        author,
        authorName,
        organisation,
        programme,
        state,
        fiscalYear,
        term,
        revision,
        onDate,
        answers,
        frozen,
        held);
  }

  /** The same without some of its fields. */
  public RecordPart without(Set<String> keys) {
    var rest = section.fields().stream().filter(field -> !keys.contains(field.key())).toList();
    return new RecordPart(
        item,
        sheet,
        form,
        new Section(
            section.key(),
            section.title(),
            section.intro(),
            section.category(),
            section.writer(),
            section.guardianReads(),
            rest),
        category,
        author,
        authorName,
        organisation,
        programme,
        state,
        fiscalYear,
        term,
        revision,
        onDate,
        answers,
        frozen,
        pictures);
  }

  /** The part below a heading of its own; none when it says nothing. */
  public List<Paper.Block> blocks(
      ChildFacts child, Map<Placeholder, String> fillings, boolean withRoom) {
    var sources =
        new SectionLayout.Sources(
            fact -> child.within(fact.attribute()).map(now -> frozen.getOrDefault(fact.key(), now)),
            fillings,
            pictures,
            withRoom);
    return SectionLayout.blocks(section, answers, sources);
  }

  /** A fact as it was when the part became final, if the part shows it. */
  Optional<String> frozen(ChildAttribute attribute) {
    return section.fields().stream()
        .filter(field -> field instanceof Field.Fact fact && fact.attribute() == attribute)
        .map(Field::key)
        .filter(frozen::containsKey)
        .map(key -> frozen.getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
