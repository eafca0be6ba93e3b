package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.people.child.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 児童 of a scenario with the story told about them.
 *
 * @param name as first registered; {@link Act.Rename} tells later changes
 * @param commonName 通称名, used in daily life
 * @param formerNames names before the registration
 * @param language the home's language, a code like {@code ja} or {@code pt}
 * @param interpreter whom to call, when the family needs one
 */
record Child(
    String key,
    FullName name,
    @Nullable FullName commonName,
    List<FullName> formerNames,
    Sex sex,
    LocalDate birth,
    List<Address> addresses,
    String language,
    @Nullable String interpreter,
    List<Guardian> guardians,
    List<GradeOverride> gradeOverrides,
    List<Attention> attention,
    List<Act> story,
    Place place) {

  Optional<Guardian> guardian(String guardian) {
    return guardians.stream().filter(each -> each.key().equals(guardian)).findFirst();
  }

  /** Family name, middle names if any, and given name, a space between each; kana likewise. */
  record FullName(String name, String kana, Place place) {
    List<String> parts() {
      return List.of(name.split("[ \\u3000]+"));
    }
  }

  record Address(String text, Days period, Place place) {}

  /** 学年の例外 (就学猶予, 原級留置, 帰国): 1–12 counted through from 小1, 0 the year before. */
  record GradeOverride(int fiscalYear, int grade, String reason, Place place) {}

  /** A line that stands at the top of the child's page. */
  record Attention(Kind kind, String text, Place place) {
    enum Kind {
      ALLERGY,
      MEDICAL_CARE,
      SEIZURE,
      HEARING,
      MOVEMENT,
      INTERPRETER,
      OTHER
    }
  }
}
