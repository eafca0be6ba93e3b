package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.people.child.Identity;

/**
 * Taking a consent back: who loses what, before it is done.
 *
 * @param handedOut what left the house by it, and stays with whoever has it
 */
public record WithdrawalPage(
    Identity child,
    String url,
    String back,
    String kind,
    String given,
    boolean use,
    List<Readers.Line> losses,
    List<String> handedOut,
    FieldView on,
    FieldView scan) {

  public List<FieldView> fields() {
    return List.of(on, scan);
  }
}
