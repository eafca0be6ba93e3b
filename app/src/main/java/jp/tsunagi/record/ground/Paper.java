package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.record.file.NewFile;

/**
 * A signed paper as it was taken in.
 *
 * @param request narrowed to what the family agreed to (一部に同意します)
 */
record Paper(ConsentRequest request, ConsentRequest.Signature signature, List<NewFile> scans) {
  static final int LONGEST_PLACE = 100;

  /**
   * Reads what was typed, or notes what is wrong.
   *
   * @param scanNeeded whoever records also reads by it: the signed paper must be there to see
   */
  static Optional<Paper> read(
      Typed typed,
      ConsentRequest request,
      List<NewFile.Looked> looked,
      LocalDate today,
      boolean scanNeeded) {
    Optional<GuardianId> giver = giver(typed);
    DayField on = DayField.read(typed.text("on"), today).must();
    on.problem().ifPresent(problem -> typed.wrong("on", problem));
    on.day()
        .filter(day -> day.isAfter(today))
        .ifPresent(_ -> typed.wrong("on", t("ground.paper.on.future")));
    String place = typed.text("place");
    if (place.isEmpty()) {
      typed.wrong("place", t("ground.paper.place.missing"));
    }
    if (place.codePointCount(0, place.length()) > LONGEST_PLACE) {
      typed.wrong("place", t("ground.paper.place.long", LONGEST_PLACE));
    }
    List<NewFile> scans = scans(typed, looked);
    if (scanNeeded && looked.isEmpty()) {
      typed.wrong("scan", t("ground.paper.scan.missing"));
    }
    ConsentRequest agreed = request.narrowed(typed.all("scope"), typed.has("history"));
    if (agreed.scope().isEmpty()) {
      typed.wrong("scope", t("ground.draft.scope.missing"));
    }
    return typed.isWrong()
        ? Optional.empty()
        : Optional.of(
            new Paper(
                agreed,
                new ConsentRequest.Signature(
                    giver.orElseThrow(),
                    ConsentMeans.PAPER,
                    on.day().orElseThrow(),
                    Optional.of(place)),
                scans));
  }

  private static Optional<GuardianId> giver(Typed typed) {
    try {
      return Optional.of(GuardianId.of(typed.text("giver")));
    } catch (IllegalArgumentException e) {
      typed.wrong("giver", t("ground.paper.giver.missing"));
      return Optional.empty();
    }
  }

  static List<NewFile> scans(Typed typed, List<NewFile.Looked> looked) {
    return looked.stream().flatMap(it -> good(typed, it).stream()).toList();
  }

  private static Optional<NewFile> good(Typed typed, NewFile.Looked looked) {
    return switch (looked) {
      case NewFile.Looked.Good(NewFile file) -> Optional.of(file);
      case NewFile.Looked.Refused(NewFile.Refusal why) -> {
        typed.wrong("scan", t(why.key()));
        yield Optional.empty();
      }
    };
  }
}
