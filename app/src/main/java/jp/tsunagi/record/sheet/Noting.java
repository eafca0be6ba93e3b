package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.file.NewFile.Looked;
import jp.tsunagi.record.file.Uploads;

/**
 * A guardian's answer that staff note down: which, by whom, on paper or orally, which day, where
 * the paper is. What was typed comes back with what is wrong in it.
 */
final class Noting {
  /** Under this name a scan comes with the page; no field of a form is called so. */
  static final String SCAN = "SIGNED";

  private static final int LONGEST_PLACE = 100;
  private static final int LONGEST_NOTE = 1000;
  private static final List<String> REPLIES =
      List.of("confirm", "partly", "disagree", "talk", "none");

  private final Typing typing;
  private final List<Looked> scans;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  private Noting(Typing typing, List<Looked> scans, LocalDate today) {
    this.typing = typing;
    this.scans = scans;
    this.today = today;
  }

  /** Before anybody typed. */
  static Noting fresh(Tx tx) {
    return new Noting(new Typing(Map.of()), List.of(), tx.today());
  }

  static Noting read(Tx tx, Typing typing, Uploads uploads) {
    var noting = new Noting(typing, uploads.byField().getOrDefault(SCAN, List.of()), tx.today());
    noting.check();
    return noting;
  }

  private void check() {
    if (reply().isEmpty()) {
      problems.put("reply", t("sheet.noting.reply.missing"));
    }
    if (typing.uuid("guardian").isEmpty()) {
      problems.put("guardian", t("sheet.noting.guardian.missing"));
    }
    checkDay();
    boolean paper = means() == Confirmation.Means.PAPER && reply().filter("none"::equals).isEmpty();
    if (paper && text("place").isEmpty() && scans.isEmpty()) {
      problems.put("place", t("sheet.noting.place.missing"));
    }
    tooLong("place", LONGEST_PLACE);
    scans.forEach(scan -> {
      if (scan instanceof Looked.Refused(var why)) {
        problems.put("scan", t(why.key()));
      }
    });
    boolean differs =
        reply().filter(given -> given.equals("disagree") || given.equals("partly")).isPresent();
    if (differs && text("note").isEmpty()) {
      problems.put("note", t("sheet.noting.note.missing"));
    }
    tooLong("note", LONGEST_NOTE);
  }

  private void checkDay() {
    switch (DateReader.anyDay(today).read(text("on"))) {
      case DateReading.Read(var day) -> {
        if (day.isAfter(today)) {
          problems.put("on", t("sheet.noting.on.ahead"));
        }
      }
      case DateReading.NotADate(var refusal) -> problems.put("on", refusal.words().in(language()));
      case DateReading.ReadMonth _ -> problems.put("on", t("form.answer.dayMissing"));
      case DateReading.Ambiguous(_, var question) ->
          problems.put("on", question.words().in(language()));
    }
  }

  private void tooLong(String field, int most) {
    int length = text(field).codePointCount(0, text(field).length());
    if (length > most) {
      problems.put(field, t("form.answer.tooLong", most, length));
    }
  }

  private String text(String field) {
    return typing.one(field).map(String::strip).orElse("");
  }

  private Optional<String> reply() {
    return typing.one("reply").filter(REPLIES::contains);
  }

  private Confirmation.Means means() {
    return typing.one("means").filter("ORALLY"::equals).isPresent()
        ? Confirmation.Means.ORALLY
        : Confirmation.Means.PAPER;
  }

  boolean wrong() {
    return !problems.isEmpty();
  }

  /** What the answer does to the sheet; asked only when nothing is wrong. */
  SheetMove move() {
    return switch (reply().orElseThrow()) {
      case "disagree" -> SheetMove.DISAGREED;
      case "talk" -> SheetMove.ASKED_TO_TALK;
      case "partly" -> SheetMove.PARTLY_AGREED;
      case "none" -> SheetMove.NOT_ANSWERED;
      default -> SheetMove.CONFIRMED;
    };
  }

  /** Key of what is said when it is noted. */
  String done() {
    return "sheet.done." + reply().orElseThrow();
  }

  /** Asked only when nothing is wrong. */
  Confirmation answer() {
    boolean paper = means() == Confirmation.Means.PAPER;
    return new Confirmation(
        typing.uuid("guardian").map(GuardianId::new).orElseThrow(),
        means(),
        DateReader.anyDay(today).read(text("on")) instanceof DateReading.Read(var day)
            ? day
            : today,
        said("note"),
        paper ? said("place") : Optional.empty(),
        paper ? scans.stream().flatMap(Noting::good).toList() : List.of());
  }

  private Optional<String> said(String field) {
    return Optional.of(text(field)).filter(it -> !it.isEmpty());
  }

  private static Stream<NewFile> good(Looked scan) {
    return scan instanceof Looked.Good(var file) ? Stream.of(file) : Stream.of();
  }

  /**
   * The fields with what was typed and what is wrong.
   *
   * @param deciding the guardians who decide for the child; one alone is chosen
   */
  NotingForm form(List<Option> deciding) {
    String guardian = typing.one("guardian").orElse("");
    return new NotingForm(
        field("reply").must(),
        REPLIES.stream()
            .map(each ->
                new Option(
                    each,
                    t("sheet.noting.reply." + each),
                    reply().filter(each::equals).isPresent(),
                    t("sheet.noting.reply." + each + ".then")))
            .toList(),
        field("guardian").must(),
        deciding.stream()
            .map(each ->
                new Option(
                    each.value(),
                    each.text(),
                    deciding.size() == 1 || each.value().equals(guardian)))
            .toList(),
        field("means").must(),
        Stream.of(Confirmation.Means.PAPER, Confirmation.Means.ORALLY)
            .map(each -> new Option(each.name(), t("sheet.confirm." + each), each == means()))
            .toList(),
        field("on")
            .must()
            .hint(t("sheet.confirm.on.hint"))
            .value(typing.one("on").orElse(SheetWords.plain(today))),
        field("place").hint(t("sheet.noting.place.hint")).most(LONGEST_PLACE),
        FieldView.of("file." + SCAN, t("sheet.noting.scan"))
            .hint(t("sheet.noting.scan.hint"))
            .error(problems.get("scan")),
        field("note").hint(t("sheet.noting.note.hint")).most(LONGEST_NOTE));
  }

  private FieldView field(String name) {
    return FieldView.of(name, t("sheet.noting." + name))
        .value(text(name))
        .error(problems.get(name));
  }

  /** Every field at fault, with the way into it. */
  List<RefusalView.Fault> faults() {
    List<RefusalView.Fault> faults = new ArrayList<>();
    form(List.of())
        .fields()
        .filter(FieldView::wrong)
        .forEach(field ->
            faults.add(
                new RefusalView.Fault(
                    "#" + field.id(), field.label(), String.valueOf(field.error()))));
    return faults;
  }
}
