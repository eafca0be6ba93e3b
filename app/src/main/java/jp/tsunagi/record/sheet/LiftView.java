package jp.tsunagi.record.sheet;

import java.util.List;

/**
 * The offer to go on on a later version of the form.
 *
 * @param words which version the draft is on and which there is
 * @param loses labels of answers that have no place there; they stay with the sheet
 */
public record LiftView(String words, List<String> loses) {
  public LiftView {
    loses = List.copyOf(loses);
  }
}
