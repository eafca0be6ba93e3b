package jp.tsunagi.view.overview;

import java.util.Set;

/** What an event of the timeline is about; the timeline is filtered by it. */
enum EventKind {
  /** 個人票. */
  PROFILE,
  /** 支援内容. */
  SUPPORT,
  /** 計画: plans with their reports, the child's own meeting. */
  PLAN,
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

  private static final Set<String> PLANS =
      Set.of(
          "education-support-plan",
          "teaching-plan",
          "transition-plan",
          "own-meeting",
          "medical-care",
          "service-plan",
          "self-support-plan",
          "behaviour-plan",
          "use-plan",
          "monitoring-report");

  static EventKind ofForm(String form) {
    if (form.startsWith("consent") || form.startsWith("withdrawal")) {
      return CONSENT;
    }
    if (PLANS.contains(form)) {
      return PLAN;
    }
    return form.startsWith("profile") ? PROFILE : form.startsWith("handover") ? HANDOVER : SUPPORT;
  }
}
