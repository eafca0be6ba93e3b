package jp.tsunagi.run.scenario;

import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.form.Step;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.sheet.Confirmation;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Said;
import jp.tsunagi.record.sheet.Sheets;
import org.springframework.stereotype.Component;

/** Plays what is written: 個人票 and the yearly 支援内容, up to the guardian's answer. */
@Component
final class PlaySheet {
  private final Sheets sheets;

  PlaySheet(Sheets sheets) {
    this.sheets = sheets;
  }

  void profile(Tx tx, Child child, Act.Profile act, PlayedTown town) {
    int year = FiscalYear.of(act.date()).year();
    SheetId sheet =
        sheets.start(tx, NewSheet.ofChild(town.child(child), "profile", year)).orThrow();
    Optional<Said> said =
        Optional.ofNullable(act.received())
            .filter(day -> act.typist() != null)
            .map(day -> new Said(town.guardian(child, act.writer()), day));
    write(tx, sheet, form("profile"), act.answers(), said);
    if (act.state() == Act.State.FINAL) {
      sheets.finish(tx, sheet).orThrow();
    }
  }

  /** Writes, and sends it to the guardian where the form does so. */
  SheetId support(Tx tx, Child child, Act.Support act, PlayedTown town) {
    SheetId sheet = sheets.start(tx, wanted(child, act, town)).orThrow();
    FormDefinition form = form(act.form());
    write(tx, sheet, form, act.answers(), Optional.empty());
    if (act.state() != Act.State.DRAFT) {
      if (asksGuardian(form)) {
        sheets.send(tx, sheet).orThrow();
      } else {
        sheets.finish(tx, sheet).orThrow();
      }
    }
    return sheet;
  }

  private static NewSheet wanted(Child child, Act.Support act, PlayedTown town) {
    Term term = new Term(act.term());
    String programme = act.programme();
    if (programme == null) {
      String organisation = java.util.Objects.requireNonNull(act.organisation());
      return NewSheet.at(
              town.organisation(organisation), town.child(child), act.form(), act.fiscalYear())
          .in(term);
    }
    var known = PlayedTown.known(town.programmes, programme);
    return NewSheet.at(known.organisation(), town.child(child), act.form(), act.fiscalYear())
        .in(term)
        .inProgramme(known.id());
  }

  private void write(
      Tx tx, SheetId sheet, FormDefinition form, Given.Answers answers, Optional<Said> said) {
    answers
        .sections()
        .forEach((key, part) -> {
          Section section = form.section(key).orElseThrow();
          Draft draft = Draft.of(key, GivenAnswers.of(section, part.fields()));
          sheets.save(tx, sheet, said.map(draft::said).orElse(draft)).orThrow();
        });
  }

  /** The guardian's answer, on its own day. */
  void confirm(Tx tx, Child child, SheetId sheet, Act.Confirmation told, PlayedTown town) {
    sheets
        .confirm(
            tx,
            sheet,
            new Confirmation(
                town.guardian(child, told.guardian()),
                Confirmation.Means.valueOf(told.via().name()),
                told.date(),
                Optional.ofNullable(told.words())))
        .orThrow();
  }

  static boolean asksGuardian(FormDefinition form) {
    return form.route().steps().stream().anyMatch(Step.WithGuardian.class::isInstance);
  }

  static FormDefinition form(String key) {
    return ShippedForms.all().stream()
        .filter(form -> form.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
