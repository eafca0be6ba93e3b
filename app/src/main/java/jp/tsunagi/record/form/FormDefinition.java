package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.people.organisation.OrganisationKind;

/**
 * 様式の一つの版. Published versions never change: a sheet is always shown and printed on its own version
 * (F5). Field keys are unique in the form and are never used again with another type.
 *
 * @param places the kinds of organisations that write it; empty when the form does not say
 */
public record FormDefinition(
    String key,
    int version,
    Wording title,
    FiscalYears years,
    Cycle cycle,
    AttachedTo attachedTo,
    Set<OrganisationKind> places,
    Route route,
    List<Section> sections) {

  public FormDefinition {
    places = Collections.unmodifiableSet(new TreeSet<>(places));
    sections = List.copyOf(sections);
  }

  /**
   * Whether an organisation of that kind writes it. A form that does not say is written, when it
   * belongs to an enrolment, by every 園 and school, otherwise by whoever it is attached to.
   */
  public boolean isFor(OrganisationKind kind) {
    if (!places.isEmpty()) {
      return places.contains(kind);
    }
    return attachedTo != AttachedTo.ENROLMENT || kind.isPreschool() || kind.isSchool();
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
