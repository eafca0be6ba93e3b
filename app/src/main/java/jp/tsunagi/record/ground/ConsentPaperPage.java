package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Putting a signed paper on file.
 *
 * @param asksHistory 前の版 was asked for too; the family may have refused just this
 */
public record ConsentPaperPage(
    Identity child,
    String url,
    String request,
    String kind,
    String reference,
    @Nullable RefusalView refusal,
    FieldView giver,
    List<Option> givers,
    String guardians,
    FieldView on,
    FieldView place,
    FieldView scan,
    FieldView scope,
    List<Option> lines,
    boolean asksHistory,
    boolean history,
    List<Readers.Line> readers) {

  public List<FieldView> fields() {
    return List.of(giver, on, place, scan, scope);
  }
}
