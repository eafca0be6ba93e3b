package jp.tsunagi.base.trace;

import java.util.ArrayList;
import java.util.List;

/** What a check has found so far, the first {@link AuditReport#MOST} of it. */
final class Findings {
  private final List<AuditFinding> found = new ArrayList<>();

  void add(AuditFinding finding) {
    if (found.size() < AuditReport.MOST) {
      found.add(finding);
    }
  }

  List<AuditFinding> all() {
    return List.copyOf(found);
  }
}
