package jp.tsunagi.run.ledger;

import java.util.List;

/**
 * A ledger that was looked at row by row.
 *
 * @param sound come in as records: the family has consented
 * @param asked come on the list of families to ask
 * @param near of both kinds, those who may be somebody already on record under another name or day
 * @param bad stay outside, each with the reason
 * @param rows how many rows were read
 */
record Checked(
    List<Taken> sound,
    List<Taken> asked,
    List<Taken> near,
    List<RowRule.Outcome.Bad> bad,
    int rows) {
  Checked {
    sound = List.copyOf(sound);
    asked = List.copyOf(asked);
    near = List.copyOf(near);
    bad = List.copyOf(bad);
  }
}
