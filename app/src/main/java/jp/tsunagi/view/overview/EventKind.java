package jp.tsunagi.view.overview;

/** What an event of the timeline is about; the timeline is filtered by it. */
enum EventKind {
  /** 個人票. */
  PROFILE,
  /** 支援内容, plans. */
  SUPPORT,
  /** 引継ぎ. */
  HANDOVER,
  /** 所属と関わり: entries, programmes, registrations. */
  INVOLVEMENT,
  /** 同意. */
  CONSENT,
  /** 印刷・交付. */
  ISSUE,
  /** 記録: entries without a form. */
  NOTE;

  static EventKind ofForm(String form) {
    if (form.startsWith("consent") || form.startsWith("withdrawal")) {
      return CONSENT;
    }
    return form.startsWith("profile") ? PROFILE : form.startsWith("handover") ? HANDOVER : SUPPORT;
  }
}
