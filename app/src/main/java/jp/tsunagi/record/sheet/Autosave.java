package jp.tsunagi.record.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TwoTexts;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Saving while somebody types, as {@code autosave.js} asks for it: 200 when all is saved, with what
 * is wrong beside each field that was typed in, 409 with both texts when two people wrote one
 * field, 422 when it was refused; the time in {@code Saved-At}.
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
      Tx tx,
      ReadSheet draft,
      String section,
      Map<String, List<String>> parameters,
      SaveOutcome outcome,
      HttpServletResponse response) {
    List<Section> sections = draft.form().section(section).stream().toList();
    var saved = new Saved(draft, sections, new Typing(parameters));
    return switch (outcome) {
      case SaveOutcome.Saved done -> answer(tx, saved, done.both(), null, false, response);
      case SaveOutcome.Refused _ -> answer(tx, saved, List.of(), null, true, response);
    };
  }

  /** What was typed, and how the draft stands after it. */
  record Saved(ReadSheet draft, List<Section> sections, Typing typing) {}

  static ModelAndView answer(
      Tx tx,
      Saved saved,
      List<SaveOutcome.Both> both,
      DraftPage.@Nullable Before before,
      boolean refused,
      HttpServletResponse response) {
    response.setHeader(TIME, SheetWords.time(tx.now()));
    List<FieldView> fields = new ArrayList<>();
    List<SavedPage.Beside> two = new ArrayList<>();
    for (Section section : saved.sections()) {
      var shown = new SheetWriting.Shown(Id.fresh(), both, null);
      Map<Address, TwoTexts> texts = new TreeMap<>(SheetWriting.two(section, shown));
      texts.forEach((at, each) -> two.add(new SavedPage.Beside(field(at).id(), each)));
      if (!refused) {
        fields.addAll(marks(tx, saved, section, texts.keySet()));
      }
    }
    int status = refused ? 422 : two.isEmpty() ? 200 : 409;
    SavedPage page =
        saved
            .typing()
            .bare()
            .map(prefix ->
                new SavedPage(
                    null,
                    List.of(),
                    two.stream()
                        .map(each -> new SavedPage.Beside(prefix + each.field(), each.texts()))
                        .toList()))
            .orElseGet(() -> new SavedPage(before, fields, two));
    return Screen.of(page, status);
  }

  /** Every field just typed in; one of two texts is not judged before it is chosen. */
  private static List<FieldView> marks(
      Tx tx, Saved saved, Section section, Set<Address> undecided) {
    Map<Address, String> wrong = new HashMap<>();
    Faults.written(section, SheetWriting.answers(saved.draft(), section), tx.today())
        .forEach(fault -> wrong.putIfAbsent(fault.problem().address(), fault.words()));
    return saved.typing().changed(section).stream()
        .filter(at -> !undecided.contains(at))
        .map(at -> field(at).error(wrong.get(at)))
        .toList();
  }

  private static FieldView field(Address at) {
    return FieldView.of(at.parameter(), "");
  }
}
