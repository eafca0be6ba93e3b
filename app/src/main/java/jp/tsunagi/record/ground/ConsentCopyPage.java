package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.people.child.Identity;

/**
 * Putting the signed paper of a consent on file that came back later.
 *
 * @param form good for one time: the form sent again does nothing
 */
public record ConsentCopyPage(
    Identity child,
    String form,
    String url,
    String back,
    String kind,
    FieldView on,
    FieldView place,
    FieldView scan) {

  public List<FieldView> fields() {
    return List.of(on, place, scan);
  }
}
