package jp.tsunagi.work.handover;

import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.print.Format;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/support-sheet}: handing a 支援シート to a place without a terminal (A10). */
@Controller
class SupportSheetController {
  private final SupportSheet sheet;
  private final SupportSheetDesk desk;

  SupportSheetController(SupportSheet sheet, SupportSheetDesk desk) {
    this.sheet = sheet;
    this.desk = desk;
  }

  @GetMapping("/children/{child}/support-sheet")
  @Permitted(Permission.PRINT)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam Optional<ConsentId> consent,
      @RequestParam Optional<OrganisationId> receiver) {
    Optional<SupportSheetWish> wish =
        consent.map(it -> new SupportSheetWish(it, receiver, "", "", "", Set.of(), Id.fresh()));
    return Screen.of(desk.page(actor, child, wish, Optional.empty()));
  }

  @PostMapping("/children/{child}/support-sheet")
  @Permitted(Permission.PRINT)
  @Traced(Action.VIEW_CHILD)
  ModelAndView change(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> values) {
    return Screen.of(
        desk.page(actor, child, Optional.of(SupportSheetDesk.wish(values)), Optional.empty()));
  }

  @PostMapping(path = "/children/{child}/support-sheet", params = "act=preview")
  @Permitted(Permission.PRINT)
  @Traced(Action.VIEW_SHEET)
  ModelAndView preview(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> values) {
    SupportSheetWish wish = SupportSheetDesk.wish(values);
    return answer(actor, child, wish, sheet.preview(actor, child, wish));
  }

  @PostMapping(path = "/children/{child}/support-sheet", params = "act=pdf")
  @Permitted(Permission.PRINT)
  @Traced({Action.PRINT, Action.VIEW_CHILD})
  ModelAndView print(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> values) {
    SupportSheetWish wish = SupportSheetDesk.wish(values);
    return answer(actor, child, wish, sheet.issue(actor, child, wish, Format.PDF));
  }

  @PostMapping(path = "/children/{child}/support-sheet", params = "act=xlsx")
  @Permitted(Permission.EXPORT)
  @Traced({Action.EXPORT, Action.VIEW_CHILD})
  ModelAndView takeOut(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> values) {
    SupportSheetWish wish = SupportSheetDesk.wish(values);
    return answer(actor, child, wish, sheet.issue(actor, child, wish, Format.XLSX));
  }

  private ModelAndView answer(
      Actor.Staff actor, ChildId child, SupportSheetWish wish, SupportSheet.Outcome outcome) {
    return switch (outcome) {
      case SupportSheet.Outcome.Shown(var paper) ->
          Screen.of(SupportSheetDesk.preview(actor, child, wish, paper));
      case SupportSheet.Outcome.Handed _ ->
          Screen.done("/children/" + child + "/support-sheet", "handover.sheet.issued");
      case SupportSheet.Outcome.Refused(var why) ->
          Screen.of(desk.page(actor, child, Optional.of(wish), Optional.of(why)), 422);
    };
  }
}
