package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.form.Occasion;

/** Why something cannot be done with a sheet, each with the words the reader sees. */
public sealed interface SheetRefusal {
  /** The part of its message keys that is its own: {@code sheet.refused.<word>.why}. */
  String word();

  /** Everything for the reader: what did not happen, why, and what to do. */
  default RefusalView view(String what) {
    return new RefusalView(
        what, t("sheet.refused." + word() + ".why"), t("sheet.refused." + word() + ".remedy"));
  }

  /**
   * The same with the way to every field at fault.
   *
   * @param way the address that leads into the field
   */
  default RefusalView view(String what, Function<Missing, String> way) {
    return view(what);
  }

  /** Refusals about which nothing but the reason is to be said. */
  enum Plain implements SheetRefusal {
    /** 支援システム利用の同意 is missing, and the form belongs to the common record (A3). */
    NO_USE_CONSENT,

    /** No post of this person may write this form there. */
    NO_RIGHT,

    /** The child's address is hidden: the named few alone write where it is. */
    HIDDEN,

    /** The child is not in reach any more: only own drafts may be finished for a while. */
    NOT_RUNNING,

    /** The form is not in use in that fiscal year, or not at that place. */
    NOT_USED,

    /** The form asks the guardian first (A7). */
    GUARDIAN_FIRST,

    /** No guardian is asked on this form's way. */
    NO_GUARDIAN_STEP,

    /** Whose words they are was not said, or that person does not decide for the child. */
    NO_GUARDIAN,

    /**
     * A guardian is writing a part just now, and has not finished it: nobody else sees or seals it.
     */
    OTHER_GUARDIAN,

    /** A day that has not come yet. */
    DAY_AHEAD,

    /** A day long before the year the sheet is about. */
    DAY_BEFORE,

    /** A sheet of the same kind has been started since. */
    ANOTHER_OPEN,

    /** The sheet is decided about by the place's own posts before it goes further. */
    APPROVAL_FIRST,

    /** Nobody decides about this form there. */
    NO_APPROVAL_STEP,

    /** Nobody holds one of the posts that decide. */
    NO_APPROVER,

    /** It is another post's turn. */
    NOT_YOUR_TURN,

    /** One's own draft, and somebody else holds the post. */
    OWN_DRAFT,

    /** Nobody decides about what was not opened. */
    NOT_OPENED,

    /** A part of it is hidden from whoever would approve it. */
    NOT_WHOLE,

    /** The form asks for an explanation before the family agrees. */
    EXPLAIN_FIRST,

    /** What took place is noted with its day and with who took part. */
    NOT_DATED,

    /** A remark that says nothing. */
    NO_WORDS,

    /** A remark that is too long. */
    TOO_MANY_WORDS,

    /** A return, or a decision in place of somebody, without a reason. */
    NO_REASON,

    /** Nothing at all was answered: there is nothing to hand in. */
    BLANK;

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Not in this state: somebody has moved the sheet on meanwhile. */
  record NotNow(SheetState state) implements SheetRefusal {
    @Override
    public String word() {
      return "not-now." + state.name();
    }
  }

  /** Something has to take place, and to be noted, before the sheet goes further. */
  record OccasionFirst(List<Occasion> occasions) implements SheetRefusal {
    public OccasionFirst {
      occasions = List.copyOf(occasions);
    }

    @Override
    public String word() {
      return "occasion-first";
    }

    @Override
    public RefusalView view(String what) {
      return new RefusalView(
          what,
          occasions.stream()
              .map(one -> t("sheet.refused.occasion-first.why", t("sheet.occasion." + one)))
              .toList(),
          t("sheet.refused.occasion-first.remedy"),
          List.of(),
          List.of());
    }
  }

  /** Answers are missing or wrong. */
  record Incomplete(List<Missing> missing) implements SheetRefusal {
    public Incomplete {
      missing = List.copyOf(missing);
    }

    @Override
    public String word() {
      return "incomplete";
    }

    @Override
    public RefusalView view(String what) {
      return view(what, fault -> "#" + fault.field());
    }

    @Override
    public RefusalView view(String what, Function<Missing, String> way) {
      return new RefusalView(
          what,
          List.of(t("sheet.refused.incomplete.why", missing.size())),
          t("sheet.refused.incomplete.remedy"),
          List.of(),
          faults(missing, way));
    }
  }

  /** Saved as it was typed; some of it cannot be taken as an answer. */
  record Wrong(List<Missing> fields) implements SheetRefusal {
    public Wrong {
      fields = List.copyOf(fields);
    }

    @Override
    public String word() {
      return "wrong";
    }

    @Override
    public RefusalView view(String what, Function<Missing, String> way) {
      return new RefusalView(
          t("sheet.refused.wrong.what", fields.size()),
          List.of(t("sheet.refused.wrong.why")),
          t("sheet.refused.wrong.remedy"),
          List.of(),
          faults(fields, way));
    }
  }

  /**
   * Written, and わからない or 答えたくない ticked, both anew: these fields stay as they were, the others are
   * saved.
   */
  record Undecided(List<Missing> fields) implements SheetRefusal {
    public Undecided {
      fields = List.copyOf(fields);
    }

    @Override
    public String word() {
      return "undecided";
    }

    @Override
    public RefusalView view(String what, Function<Missing, String> way) {
      return new RefusalView(
          t("sheet.refused.undecided.what", fields.size()),
          List.of(t("sheet.refused.undecided.why")),
          t("sheet.refused.undecided.remedy"),
          List.of(),
          faults(fields, way));
    }
  }

  /** What staff noted of a guardian's answer is not clear yet; nothing has been recorded. */
  record NotNoted(List<RefusalView.Fault> faults) implements SheetRefusal {
    public NotNoted {
      faults = List.copyOf(faults);
    }

    @Override
    public String word() {
      return "not-noted";
    }

    @Override
    public RefusalView view(String what) {
      return new RefusalView(
          t("sheet.refused.not-noted.what"),
          List.of(t("sheet.refused.not-noted.why", faults.size())),
          t("sheet.refused.not-noted.remedy"),
          List.of(),
          faults);
    }
  }

  private static List<RefusalView.Fault> faults(
      List<Missing> fields, Function<Missing, String> way) {
    return fields.stream()
        .map(each -> new RefusalView.Fault(way.apply(each), each.label(), each.words()))
        .toList();
  }

  /** A file that is not taken, with its own reason; what was typed beside it is saved. */
  record FileRefused(NewFile.Refusal why) implements SheetRefusal {
    @Override
    public String word() {
      return "file";
    }

    @Override
    public RefusalView view(String what) {
      return new RefusalView(
          t("sheet.refused.file.what"),
          t(why.key()),
          t(
              why == NewFile.Refusal.BUSY
                  ? "sheet.refused.file.later"
                  : "sheet.refused.file.remedy"));
    }
  }
}
