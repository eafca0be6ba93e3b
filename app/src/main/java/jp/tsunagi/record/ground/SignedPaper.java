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
import jp.tsunagi.record.file.NewFile;
import org.jspecify.annotations.Nullable;

/** What a hub notes of a paper that came in: who signed it when, where it is kept, its scan. */
final class SignedPaper {
  private final Typed typed;
  private final List<NewFile.Looked> looked;
  private final Map<String, String> problems = new LinkedHashMap<>();

  SignedPaper(Typed typed, List<NewFile.Looked> looked) {
    this.typed = typed;
    this.looked = looked;
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

  /** The same; a paper without its scan is refused. */
  Optional<Objections.Word> scanned(LocalDate today) {
    Optional<Objections.Word> word = word(today);
    if (looked.isEmpty()) {
      problems.put("scan", t("ground.paper.scan.needed"));
    }
    return word.filter(_ -> problems.isEmpty());
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

  /**
   * One field of the paper.
   *
   * @param other what the rule said of it, where the paper itself is in order
   */
  FieldView field(String name, @Nullable String other) {
    String words = name.equals("paper") ? "place" : name;
    String problem = problems.get(name);
    return FieldView.of(name, t("ground.paper." + words))
        .hint(t("ground.paper." + words + ".hint"))
        .value(typed.text(name))
        .error(problem == null ? other : problem);
  }
}
