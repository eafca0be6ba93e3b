package jp.tsunagi.record.idea;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One example, new or known.
 *
 * @param owners for whom it can be; none where that stands already
 * @param independence 自立活動, {@code domains} 5領域, {@code accommodation} 合理的配慮 among the areas
 * @param orders whether the reader says where it stands in the list
 * @param sure asked where the text seems to hold a name; otherwise null
 */
public record IdeaPage(
    String url,
    String id,
    String title,
    String submit,
    FieldView whose,
    List<Option> owners,
    FieldView kind,
    List<Option> kinds,
    FieldView text,
    FieldView needs,
    List<Option> needOptions,
    FieldView areas,
    List<Option> independence,
    List<Option> domains,
    List<Option> accommodation,
    FieldView stages,
    List<Option> stageOptions,
    FieldView place,
    boolean orders,
    @Nullable FieldView sure) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return Stream.of(whose, kind, text, sure, place).filter(Objects::nonNull).toList();
  }
}
