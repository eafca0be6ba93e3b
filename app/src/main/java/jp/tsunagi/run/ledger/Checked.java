package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.people.child.Identity;

/**
 * A ledger that was looked at row by row.
 *
 * @param sound come in as records: the family has consented
 * @param asked come on the list of families to ask
 * @param declined stay outside: the family said no before
 * @param near of sound and asked, those who may be a child of the reader's under another name or
 *     day
 * @param bad stay outside, each with the reason
 * @param sheet what was looked at
 */
record Checked(
    List<Taken> sound,
    List<Taken> asked,
    List<Taken> declined,
    List<Near> near,
    List<RowRule.Outcome.Bad> bad,
    Sheet sheet) {
  Checked {
    sound = List.copyOf(sound);
    asked = List.copyOf(asked);
    declined = List.copyOf(declined);
    near = List.copyOf(near);
    bad = List.copyOf(bad);
  }

  /** A row and the child it may be. */
  record Near(Taken row, Identity child) {}

  int rows() {
    return sheet.rows().size();
  }
}
