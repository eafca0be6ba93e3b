package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Category;
import org.jspecify.annotations.Nullable;

/**
 * 様式のひとまとまり. Filled in it becomes one part: one category, one writer, read or not read as a whole.
 *
 * @param guardianReads whether guardians with authority read the part once final
 */
public record Section(
    String key,
    Wording title,
    @Nullable Wording intro,
    Category category,
    Writer writer,
    boolean guardianReads,
    List<Field> fields) {

  public Section {
    fields = List.copyOf(fields);
  }

  /** The fields somebody answers: without shown facts and statements. */
  public List<Field> questions() {
    return fields.stream().filter(Field::asked).toList();
  }

  public Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /**
   * Where an address leads: a field, or a column of a table; empty when the section has no such.
   */
  public Optional<Field> field(Address address) {
    var column = address.column();
    return field(address.field())
        .flatMap(field -> column == null ? Optional.of(field) : field.column(column));
  }
}
