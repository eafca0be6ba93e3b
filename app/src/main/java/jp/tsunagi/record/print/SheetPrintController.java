package jp.tsunagi.record.print;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /sheets/{id}/print}: a sheet on paper or as a workbook, for a purpose. */
@Controller
class SheetPrintController {
  private static final List<String> PURPOSES =
      List.of("talk", "meeting", "family", "desk", "approval", "other");
  private static final int LONGEST = 100;

  private final SheetPrint print;

  SheetPrintController(SheetPrint print) {
    this.print = print;
  }

  @GetMapping("/sheets/{sheet}/print")
  @Permitted(Permission.PRINT)
  @Traced(Action.VIEW_SHEET)
  ModelAndView show(Actor.Staff actor, @PathVariable SheetId sheet) {
    return Screen.of(page(actor, sheet, "", "", null));
  }

  @PostMapping("/sheets/{sheet}/print")
  @Permitted(Permission.PRINT)
  @Traced({Action.PRINT, Action.VIEW_CHILD})
  ModelAndView print(
      Actor.Staff actor,
      @PathVariable SheetId sheet,
      @RequestParam Optional<UUID> form,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String more) {
    return issue(actor, sheet, Format.PDF, form, purpose, more);
  }

  @PostMapping(path = "/sheets/{sheet}/print", params = "as=xlsx")
  @Permitted(Permission.EXPORT)
  @Traced({Action.EXPORT, Action.VIEW_CHILD})
  ModelAndView takeOut(
      Actor.Staff actor,
      @PathVariable SheetId sheet,
      @RequestParam Optional<UUID> form,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String more) {
    return issue(actor, sheet, Format.XLSX, form, purpose, more);
  }

  private ModelAndView issue(
      Actor.Staff actor,
      SheetId sheet,
      Format format,
      Optional<UUID> form,
      String purpose,
      String more) {
    String said = more.strip();
    boolean complete = PURPOSES.contains(purpose) && !(purpose.equals("other") && said.isEmpty());
    if (!complete || said.length() > LONGEST) {
      String error = said.length() > LONGEST ? "print.purpose.long" : "print.purpose.missing";
      return Screen.of(page(actor, sheet, purpose, more, t(error)), 422);
    }
    UUID sent = form.orElseGet(Id::fresh);
    return Screen.redirect(
        "/issues/" + print.print(actor, sheet, format, sent, words(purpose, said)));
  }

  private static String words(String purpose, String more) {
    if (purpose.equals("other")) {
      return more;
    }
    String words = PrintWords.w("print.purpose." + purpose);
    return more.isEmpty() ? words : words + PrintWords.w("print.bracket", more);
  }

  private SheetPrintPage page(
      Actor.Staff actor, SheetId sheet, String purpose, String more, @Nullable String error) {
    SheetPrint.Preview preview = print.preview(actor, sheet);
    return new SheetPrintPage(
        "/sheets/" + sheet + "/print",
        "/children/" + preview.child(),
        Id.fresh().toString(),
        FieldView.of("purpose", t("print.purpose")).must().error(error),
        purposes(purpose),
        FieldView.of("more", t("print.purpose.more"))
            .hint(t("print.purpose.more.hint"))
            .value(more),
        actor.may(Format.XLSX.right()),
        preview.paper(),
        Losses.of(preview.paper()).onScreen(),
        preview.earlier().stream()
            .map(each -> IssueLine.of(each.issue(), each.canBeOpened()))
            .toList());
  }

  private static List<Option> purposes(String chosen) {
    return Stream.of(PURPOSES.toArray(String[]::new))
        .map(each -> new Option(each, t("print.purpose." + each), each.equals(chosen)))
        .toList();
  }
}
