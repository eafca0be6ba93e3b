package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Preparing a consent together with the family.
 *
 * @param id of the consent it becomes, made when the form was shown: sent twice it counts once
 */
public record ConsentDraftPage(
    Identity child,
    String id,
    String kind,
    String title,
    String lead,
    @Nullable RefusalView refusal,
    List<String> hubs,
    FieldView receiver,
    List<Option> receivers,
    FieldView place,
    FieldView entry,
    FieldView giving,
    List<Option> givings,
    FieldView giver,
    List<Option> givers,
    FieldView scope,
    List<Group> groups,
    FieldView until,
    boolean history) {

  /**
   * The sections of one form, or the whole categories.
   *
   * @param folded whether it is shown when asked for: a form of which nothing is usually agreed to
   */
  public record Group(String title, List<Option> sections, boolean folded) {}

  public boolean isUse() {
    return kind.equals(ConsentKind.USE.name());
  }

  /** For the summary of what is wrong. */
  public List<FieldView> fields() {
    return List.of(receiver, place, entry, giving, scope, until);
  }
}
