package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.NameRefusal;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.ui.FieldRefusal;

/** What an organisation must be like to stand in the register. */
final class OrganisationRules {
  static final int MOST = 80;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9()-]{6,18}[0-9]");
  private static final Pattern TIER = Pattern.compile("[123]?");
  private static final List<
          BiFunction<OrganisationDraft, List<Organisation>, Optional<FieldRefusal>>>
      RULES =
          List.of(
              OrganisationRules::nameGiven,
              OrganisationRules::nameOnce,
              OrganisationRules::readingGiven,
              OrganisationRules::kindChosen,
              OrganisationRules::tierOffered,
              OrganisationRules::sectorChosen,
              OrganisationRules::districtShort,
              OrganisationRules::connectionChosen,
              OrganisationRules::phoneReadable);

  private OrganisationRules() {}

  /** Everything that is wrong, at most one thing a field. */
  static List<FieldRefusal> check(OrganisationDraft draft, List<Organisation> register) {
    return RULES.stream().flatMap(rule -> rule.apply(draft, register).stream()).toList();
  }

  private static Optional<FieldRefusal> nameGiven(
      OrganisationDraft draft, List<Organisation> register) {
    return text("name", draft.name());
  }

  private static Optional<FieldRefusal> nameOnce(
      OrganisationDraft draft, List<Organisation> register) {
    return when(
        register.stream()
            .anyMatch(there -> !there.id().equals(draft.id()) && there.name().equals(draft.name())),
        "name",
        "organisation.refused.taken",
        draft.name());
  }

  private static Optional<FieldRefusal> readingGiven(
      OrganisationDraft draft, List<Organisation> register) {
    return text("kana", draft.kana())
        .or(() -> when(Reading.of(draft.kana()).isEmpty(), "kana", "organisation.refused.kana"));
  }

  private static Optional<FieldRefusal> kindChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("kind", draft.kind(), OrganisationKind.values());
  }

  private static Optional<FieldRefusal> tierOffered(
      OrganisationDraft draft, List<Organisation> register) {
    return when(!TIER.matcher(draft.tier()).matches(), "tier", "organisation.refused.offered");
  }

  private static Optional<FieldRefusal> sectorChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("sector", draft.sector(), Sector.values());
  }

  private static Optional<FieldRefusal> districtShort(
      OrganisationDraft draft, List<Organisation> register) {
    return when(draft.district().length() > MOST, "district", "organisation.refused.long", MOST);
  }

  private static Optional<FieldRefusal> connectionChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("connection", draft.connection(), Connection.values());
  }

  private static Optional<FieldRefusal> phoneReadable(
      OrganisationDraft draft, List<Organisation> register) {
    return when(
        !draft.phone().isEmpty() && !PHONE.matcher(draft.phone()).matches(),
        "phone",
        "organisation.refused.phone");
  }

  private static Optional<FieldRefusal> text(String field, String value) {
    return missing(field, value)
        .or(() -> when(value.length() > MOST, field, "organisation.refused.long", MOST))
        .or(() ->
            NamePart.writingRefusal(value)
                .filter(refusal -> refusal != NameRefusal.TOO_LONG)
                .map(refusal -> FieldRefusal.of(field, refusal.key(), NamePart.LONGEST)));
  }

  private static Optional<FieldRefusal> missing(String field, String value) {
    return when(value.isEmpty(), field, "organisation.refused.missing." + field);
  }

  private static Optional<FieldRefusal> chosen(String field, String value, Enum<?>[] offered) {
    return missing(field, value)
        .or(() ->
            when(
                Arrays.stream(offered).noneMatch(one -> one.name().equals(value)),
                field,
                "organisation.refused.offered"));
  }
}
