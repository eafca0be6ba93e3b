package jp.tsunagi.record.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.record.form.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Saving while somebody types, as {@code autosave.js} asks for it: 200 when all is saved, 409 with
 * both texts when two people wrote one field, 422 when it was refused; the time in {@code
 * Saved-At}.
 */
public final class Autosave {
  private static final String TIME = "Saved-At";

  private Autosave() {}

  /** Whether a pause in typing sent this, and not a press on a button. */
  public static boolean sent(Map<String, List<String>> parameters) {
    return new Typing(parameters).byAutosave();
  }

  /** What came of saving one section that a family writes. */
  public static ModelAndView answer(
      Tx tx, Section section, SaveOutcome outcome, HttpServletResponse response) {
    return switch (outcome) {
      case SaveOutcome.Saved saved ->
          answer(tx, List.of(section), saved.both(), null, false, response);
      case SaveOutcome.Refused _ -> answer(tx, List.of(), List.of(), null, true, response);
    };
  }

  static ModelAndView answer(
      Tx tx,
      List<Section> sections,
      List<SaveOutcome.Both> both,
      DraftPage.@Nullable Before before,
      boolean refused,
      HttpServletResponse response) {
    response.setHeader(TIME, SheetWords.time(tx.now()));
    List<SavedPage.Beside> two = new ArrayList<>();
    for (Section section : sections) {
      var shown = new SheetWriting.Shown(Id.fresh(), both, null);
      new TreeMap<>(SheetWriting.two(section, shown))
          .forEach((at, texts) ->
              two.add(new SavedPage.Beside(FieldView.of(at.parameter(), "").id(), texts)));
    }
    int status = refused ? 422 : two.isEmpty() ? 200 : 409;
    return Screen.of(new SavedPage(before, two), status);
  }
}
