package jp.tsunagi.record.compartment;

import java.util.List;

/** What is for the named few alone. */
enum CompartmentKind {
  /** 住所の秘匿: where the child is, and every place that would tell it. */
  HIDDEN_ADDRESS(
      CompartmentReason.SUPPORT_MEASURE,
      CompartmentReason.PROTECTION_ORDER,
      CompartmentReason.FAMILY,
      CompartmentReason.OTHER),
  /** 限られた人だけの記録: what is noted of a child under 要対協; that there is one is known to the few. */
  ABUSE(CompartmentReason.COUNCIL, CompartmentReason.OTHER);

  private final List<CompartmentReason> reasons;

  CompartmentKind(CompartmentReason... reasons) {
    this.reasons = List.of(reasons);
  }

  List<CompartmentReason> reasons() {
    return reasons;
  }
}
