package jp.tsunagi.run.ledger;

/**
 * A ledger on its way in.
 *
 * @param url shows it anew
 * @param runs whether there is something to wait for
 * @param failed nothing was taken in
 */
public record LedgerProgressPage(String url, int done, int rows, boolean runs, boolean failed) {}
