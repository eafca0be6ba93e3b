package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.file.NewFile;

/**
 * An objection that came on paper: the wish, who signed it when, where the paper is kept.
 *
 * @param losses who would no longer read what; empty before anybody asked
 */
record ObjectionPaper(
    Typed typed,
    ObjectionForm form,
    List<NewFile.Looked> looked,
    Map<String, String> problems,
    Optional<List<Readers.Line>> losses) {

  ObjectionPaper(Typed typed, List<NewFile.Looked> looked, List<Organisation> places) {
    this(typed, new ObjectionForm(typed, places), looked, new LinkedHashMap<>(), Optional.empty());
  }

  ObjectionPaper losing(Optional<List<Readers.Line>> lines) {
    return new ObjectionPaper(typed, form, looked, problems, lines);
  }

  /** Who signed; empty with the problems noted when something is wrong. */
  Optional<Objections.Word> word(LocalDate today) {
    Optional<GuardianId> giver = guardian(typed.text("giver"));
    if (giver.isEmpty()) {
      problems.put("giver", t("ground.paper.giver.missing"));
    }
    DayField on = DayField.read(typed.text("on"), today).must();
    on.problem().ifPresent(problem -> problems.put("on", problem));
    on.day()
        .filter(day -> day.isAfter(today))
        .ifPresent(_ -> problems.put("on", t("ground.paper.on.future")));
    String place = typed.text("paper");
    if (place.isEmpty()) {
      problems.put("paper", t("ground.paper.place.missing"));
    } else if (place.codePointCount(0, place.length()) > Paper.LONGEST_PLACE) {
      problems.put("paper", t("ground.paper.place.long", Paper.LONGEST_PLACE));
    }
    List<NewFile> scans = scans();
    return problems.isEmpty()
        ? Optional.of(
            new Objections.Word(
                giver.orElseThrow(),
                ConsentMeans.PAPER,
                on.day().orElseThrow(),
                Optional.of(place),
                scans))
        : Optional.empty();
  }

  private List<NewFile> scans() {
    List<NewFile> good = new ArrayList<>();
    for (NewFile.Looked one : looked) {
      switch (one) {
        case NewFile.Looked.Good(NewFile file) -> good.add(file);
        case NewFile.Looked.Refused(NewFile.Refusal why) -> problems.put("scan", t(why.key()));
      }
    }
    return good;
  }

  static Optional<GuardianId> guardian(String text) {
    try {
      return Optional.of(GuardianId.of(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  FieldView field(String name) {
    String words = name.equals("paper") ? "place" : name;
    String problem = problems.get(name);
    return FieldView.of(name, t("ground.paper." + words))
        .hint(t("ground.paper." + words + ".hint"))
        .value(typed.text(name))
        .error(problem == null ? form.problem(name) : problem);
  }
}
