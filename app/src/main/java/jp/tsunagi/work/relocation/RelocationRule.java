package jp.tsunagi.work.relocation;

import java.util.Optional;
import jp.tsunagi.work.relocation.RelocationRefusal.OfChild;
import jp.tsunagi.work.relocation.RelocationRefusal.OfSheet;

/** What stands against moving a sheet; who may move it at all is asked before. */
final class RelocationRule {
  private RelocationRule() {}

  /**
   * How it stands with the sheet.
   *
   * @param revising a later revision is being written
   * @param kept for longer, or to be disposed of
   * @param shown by a ground in law, or by the person to the family
   * @param listed in a list that waits to be handed in
   * @param confirmedBefore the family must be asked anew, and more than one revision was begun
   */
  record OnSheet(
      boolean handoverForm,
      boolean revising,
      boolean confirmedBefore,
      boolean concealed,
      boolean kept,
      boolean consented,
      boolean shown,
      boolean listed,
      boolean requested,
      boolean handedOver,
      boolean paperOut) {}

  /** How it stands with the child it shall go to. */
  record OnChild(
      boolean reached,
      boolean same,
      boolean concealed,
      boolean there,
      boolean outsideProgramme,
      boolean words) {
    static final OnChild NOWHERE = new OnChild(false, false, false, false, false, false);
  }

  /**
   * The first reason; whoever shared it takes that back first, so that nothing is lost sight of.
   */
  static Optional<RelocationRefusal> of(OnSheet sheet) {
    return first(
        when(sheet.handoverForm(), OfSheet.HANDOVER_FORM),
        when(sheet.concealed(), OfSheet.HIDDEN),
        when(sheet.revising(), OfSheet.REVISING),
        when(sheet.confirmedBefore(), OfSheet.VERSIONS),
        when(sheet.kept(), OfSheet.HELD),
        when(sheet.requested(), OfSheet.REQUEST),
        when(sheet.consented(), OfSheet.CONSENT),
        when(sheet.listed(), OfSheet.LISTED),
        when(sheet.shown(), OfSheet.SHOWN),
        when(sheet.handedOver(), OfSheet.HANDED_OVER),
        when(sheet.paperOut(), OfSheet.PAPER_OUT));
  }

  /** The first reason. Of a child that is not reached nothing else is said. */
  static Optional<RelocationRefusal> of(OnChild child) {
    return first(
        when(child.same(), OfChild.SAME),
        when(!child.reached(), OfChild.NOT_HERE),
        when(child.concealed(), OfChild.OTHER_HIDDEN),
        when(child.outsideProgramme(), OfChild.NOT_TAKING_PART),
        when(child.there(), OfChild.THERE),
        when(child.words(), OfChild.WORDS));
  }

  private static Optional<RelocationRefusal> when(boolean holds, RelocationRefusal why) {
    return holds ? Optional.of(why) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<RelocationRefusal> first(Optional<RelocationRefusal>... reasons) {
    return java.util.Arrays.stream(reasons).flatMap(Optional::stream).findFirst();
  }
}
