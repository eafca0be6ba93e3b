package jp.tsunagi.people.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.people.organisation.OrganisationRefusal.Missing;
import jp.tsunagi.people.organisation.OrganisationRefusal.NameTaken;
import jp.tsunagi.people.organisation.OrganisationRefusal.NotAPhone;
import jp.tsunagi.people.organisation.OrganisationRefusal.NotAReading;
import jp.tsunagi.people.organisation.OrganisationRefusal.NotOffered;
import jp.tsunagi.people.organisation.OrganisationRefusal.TooLong;

/** What an organisation must be like to stand in the register. */
final class OrganisationRules {
  static final int MOST = 80;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9()-]{6,18}[0-9]");
  private static final Pattern TIER = Pattern.compile("[123]?");
  private static final List<
          BiFunction<OrganisationDraft, List<Organisation>, Optional<OrganisationRefusal>>>
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
  static List<OrganisationRefusal> check(OrganisationDraft draft, List<Organisation> register) {
    return RULES.stream().flatMap(rule -> rule.apply(draft, register).stream()).toList();
  }

  private static Optional<OrganisationRefusal> nameGiven(
      OrganisationDraft draft, List<Organisation> register) {
    return text("name", draft.name());
  }

  private static Optional<OrganisationRefusal> nameOnce(
      OrganisationDraft draft, List<Organisation> register) {
    return when(
        register.stream()
            .anyMatch(there -> !there.id().equals(draft.id()) && there.name().equals(draft.name())),
        new NameTaken(draft.name()));
  }

  private static Optional<OrganisationRefusal> readingGiven(
      OrganisationDraft draft, List<Organisation> register) {
    return text("kana", draft.kana())
        .or(() -> when(Reading.of(draft.kana()).isEmpty(), new NotAReading()));
  }

  private static Optional<OrganisationRefusal> kindChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("kind", draft.kind(), OrganisationKind.values());
  }

  private static Optional<OrganisationRefusal> tierOffered(
      OrganisationDraft draft, List<Organisation> register) {
    return when(!TIER.matcher(draft.tier()).matches(), new NotOffered("tier"));
  }

  private static Optional<OrganisationRefusal> sectorChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("sector", draft.sector(), Sector.values());
  }

  private static Optional<OrganisationRefusal> districtShort(
      OrganisationDraft draft, List<Organisation> register) {
    return when(draft.district().length() > MOST, new TooLong("district", MOST));
  }

  private static Optional<OrganisationRefusal> connectionChosen(
      OrganisationDraft draft, List<Organisation> register) {
    return chosen("connection", draft.connection(), Connection.values());
  }

  private static Optional<OrganisationRefusal> phoneReadable(
      OrganisationDraft draft, List<Organisation> register) {
    return when(
        !draft.phone().isEmpty() && !PHONE.matcher(draft.phone()).matches(), new NotAPhone());
  }

  private static Optional<OrganisationRefusal> text(String field, String value) {
    return when(value.isEmpty(), new Missing(field))
        .or(() -> when(value.length() > MOST, new TooLong(field, MOST)));
  }

  private static Optional<OrganisationRefusal> chosen(
      String field, String value, Enum<?>[] offered) {
    return when(value.isEmpty(), new Missing(field))
        .or(() ->
            when(
                Arrays.stream(offered).noneMatch(one -> one.name().equals(value)),
                new NotOffered(field)));
  }

  private static Optional<OrganisationRefusal> when(boolean wrong, OrganisationRefusal refusal) {
    return wrong ? Optional.of(refusal) : Optional.empty();
  }
}
