package jp.tsunagi.base.trace;

import java.util.List;
import jp.tsunagi.base.database.TenantId;

/**
 * What a check of one municipality's trace found.
 *
 * @param events rows checked
 * @param unsealed how many of them no seal covers yet; up to two seconds' work is normal
 * @param seals seals checked
 * @param leftBehind seals kept outside of acts that a restore left behind, as its own row says
 * @param findings empty when nothing was tampered with; at most {@link #MOST} are named
 */
public record AuditReport(
    TenantId tenant,
    long events,
    long unsealed,
    long seals,
    long leftBehind,
    List<AuditFinding> findings) {
  /** So many findings are named; the rest of a trace that is wholly wrong is not listed. */
  public static final int MOST = 100;

  /** Whether nothing was found. */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
