package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;

/**
 * 様式の一つの版. Published versions never change: a sheet is always shown and printed on its own version
 * (F5). Field keys are unique in the form and are never used again with another type.
 */
public record FormDefinition(
    String key,
    int version,
    Wording title,
    FiscalYears years,
    Cycle cycle,
    AttachedTo attachedTo,
    Route route,
    List<Section> sections) {

  public FormDefinition {
    sections = List.copyOf(sections);
  }

  public Optional<Section> section(String key) {
    return sections.stream().filter(section -> section.key().equals(key)).findFirst();
  }

  public Optional<Field> field(String key) {
    return sections.stream().flatMap(section -> section.field(key).stream()).findFirst();
  }

  public Optional<Section> sectionOf(String fieldKey) {
    return sections.stream().filter(section -> section.field(fieldKey).isPresent()).findFirst();
  }

  /** The definition as canonical JSON, which {@link FormFile} reads back to an equal definition. */
  public String canonicalJson() {
    return CanonicalJson.of(FormTree.of(this));
  }

  /** SHA-256 of the canonical JSON, hexadecimal: comments and layout of the file do not count. */
  public String hash() {
    return CanonicalJson.sha256(canonicalJson());
  }
}
