package jp.tsunagi.work.handover;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.RefusalView;

/** Why a 支援シート is not handed out. Nothing has been printed then. */
enum SupportSheetRefusal {
  /** The consent was withdrawn, has ended, or never was for this receiver. */
  CONSENT_ENDED,
  /** The place outside the register is not the one the family's consent names. */
  PLACE_NOT_NAMED,
  /** Nobody said what it is for. */
  PURPOSE_MISSING,
  /** No section was chosen. */
  NOTHING_CHOSEN,
  /** A chosen section is not covered by the consent, or may not be read any more. */
  PART_GONE;

  /** The words of the refusal, with the way out. */
  RefusalView view(ChildId child) {
    String key = "handover.sheet.refused." + name();
    return new RefusalView(
        t("handover.sheet.refused"),
        List.of(t(key + ".why")),
        t(key + ".remedy"),
        this == CONSENT_ENDED || this == PLACE_NOT_NAMED
            ? List.of(new Link("/children/" + child + "/consents", t("handover.agreed.way")))
            : List.of());
  }
}
