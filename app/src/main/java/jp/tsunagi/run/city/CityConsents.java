package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.run.city.CityChild.Stay;

/** Writes down what families agreed to: the common record, and what the next place reads. */
final class CityConsents {
  private static final Set<Category> HANDED =
      EnumSet.of(Category.PROFILE, Category.HEALTH, Category.SUPPORT, Category.PLAN);
  private static final int YEARS = 3;

  private final City city;
  private final CityWords words;
  private final Dice dice;
  private final BulkLoad loading;
  private final LocalDate today;

  CityConsents(City city, CityWords words, Dice dice, BulkLoad loading, LocalDate today) {
    this.city = city;
    this.words = words;
    this.dice = dice;
    this.loading = loading;
    this.today = today;
  }

  void write(CityChild child) {
    child
        .agreed()
        .ifPresent(day -> {
          use(child, day);
          handover(child, day);
        });
  }

  private void use(CityChild child, LocalDate day) {
    UUID id = dice.id();
    consent(child, id, "USE", day, null, true, words.line("purpose"));
    for (OrganisationKind kind :
        List.of(OrganisationKind.CENTRE, OrganisationKind.EDUCATION_CENTRE)) {
      loading.add(CityTable.CONSENT_PARTY, id, "RECEIVING", city.only(kind).id().value());
    }
    for (Category category : Category.values()) {
      loading.add(CityTable.CONSENT_SCOPE, id, category.name(), "");
    }
  }

  /** Where the child is now reads what the place before wrote. */
  private void handover(CityChild child, LocalDate day) {
    List<Stay> stays = child.stays();
    boolean moved = stays.size() > 1;
    if (moved && dice.happens(0.7)) {
      UUID id = dice.id();
      consent(
          child,
          id,
          "HANDOVER",
          day,
          today.plusYears(YEARS),
          false,
          words.line("handover-purpose"));
      loading.add(
          CityTable.CONSENT_PARTY, id, "GIVING", stays.get(stays.size() - 2).place().id().value());
      loading.add(
          CityTable.CONSENT_PARTY, id, "GIVING", city.only(OrganisationKind.CENTRE).id().value());
      loading.add(CityTable.CONSENT_PARTY, id, "RECEIVING", stays.getLast().place().id().value());
      for (Category category : HANDED) {
        loading.add(CityTable.CONSENT_SCOPE, id, category.name(), "");
      }
    }
  }

  private void consent(
      CityChild child,
      UUID id,
      String kind,
      LocalDate day,
      @org.jspecify.annotations.Nullable LocalDate to,
      boolean fromAll,
      String purpose) {
    loading.add(
        CityTable.CONSENT,
        id,
        child.id(),
        kind,
        "GUARDIAN",
        child.parents().getFirst().id(),
        "PAPER",
        day,
        purpose,
        fromAll,
        false,
        day,
        to,
        words.line("paper-place"),
        city.only(OrganisationKind.CENTRE).writer().value(),
        CityFacts.noon(day),
        false);
  }
}
