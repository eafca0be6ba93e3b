package jp.tsunagi.work.relocation;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Locale;
import jp.tsunagi.base.ui.RefusalView;

/** Why a sheet is not moved, each with the words the reader sees and what to do instead. */
sealed interface RelocationRefusal {
  String word();

  default RefusalView view() {
    return new RefusalView(
        t("relocation.refused"),
        t("relocation.refused." + word() + ".why"),
        t("relocation.refused." + word() + ".remedy"));
  }

  /** What stands against it at the sheet itself. */
  enum OfSheet implements RelocationRefusal {
    /** It belongs to a handover, not to a year of the child. */
    HANDOVER_FORM,
    /** A 訂正 or 変更 is being written. */
    REVISING,
    /** The family has confirmed a version of it, and there are later ones. */
    VERSIONS,
    /** The child's address is hidden from whoever asks. */
    HIDDEN,
    /** It is kept longer, or its disposal waits or is under way. */
    HELD,
    /** A consent to this very sheet is in force. */
    CONSENT,
    /** A ground in law, or what the person shows to the family, opens it. */
    SHOWN,
    /** It is in a list that waits to be handed in. */
    LISTED,
    /** Another place asked for it and waits. */
    REQUEST,
    /** It is open to the next place by a handover. */
    HANDED_OVER,
    /** A paper with it went out of the house. */
    PAPER_OUT;

    @Override
    public String word() {
      return spelt(this);
    }
  }

  /** What stands against the child that was named. */
  enum OfChild implements RelocationRefusal {
    /** No such child among those that the seat reaches running. */
    NOT_HERE,
    /** More than one such child: which is meant cannot be known. */
    SEVERAL,
    /** It is the child on whom the sheet is. */
    SAME,
    /** The child's address is hidden from whoever asks. */
    OTHER_HIDDEN,
    /** There is a sheet of that form, place and year already. */
    THERE,
    /** The child takes no part in the programme that year. */
    NOT_TAKING_PART,
    /** Somebody of the first family said some of it, on a day that was noted. */
    WORDS;

    @Override
    public String word() {
      return spelt(this);
    }
  }

  private static String spelt(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
