package jp.tsunagi.run.city;

import java.util.Locale;
import jp.tsunagi.base.database.BulkLoad;

/** The tables of facts that are copied in, in the order in which they refer to each other. */
enum CityTable implements BulkLoad.Table {
  CHILD(
      "child_id, birth_date, sex, standing, owner_id, home_language, interpreter, created_at, created_by"),
  CHILD_NAME("child_id, kind, valid_from, family, given, family_kana, given_kana"),
  CHILD_KEY("key, child_id"),
  CHILD_ADDRESS("address_id, child_id, valid_from, address"),
  CHILD_REGISTRATION("child_id, reason, since"),
  GUARDIAN("guardian_id, name, kana, phone, phone_last4, language"),
  GUARDIANSHIP(
      "child_id, guardian_id, relation, call_order, authority_from, authority_to, authority_kind"),
  GUARDIAN_AUTHORITY(
      "authority_id, child_id, guardian_id, valid_from, valid_to, evidence, recorded_at, organisation_id"),
  INVOLVEMENT("involvement_id, child_id, organisation_id, kind, valid_from, valid_to"),
  INVOLVEMENT_END("involvement_id, child_id, reason, recorded_at"),
  CLASS_PLACE("involvement_id, class_id, child_id, number, valid_from, valid_to"),
  PARTICIPATION("programme_id, child_id, fiscal_year, valid_from, valid_to, staff_id"),
  CONSENT(
      "consent_id, child_id, kind, giver_kind, giver_id, means, given_on, purpose, from_all,"
          + " with_history, valid_from, valid_to, paper_place, recorded_by, recorded_at, awaits"),
  CONSENT_PARTY("consent_id, side, organisation_id"),
  CONSENT_SCOPE("consent_id, category, section"),
  SHEET(
      "sheet_id, child_id, form_key, form_version, organisation_id, fiscal_year, state, revision,"
          + " created_at, created_by"),
  ITEM(
      "item_id, child_id, kind, category, section, author_kind, author_id, state, latest,"
          + " for_guardian, on_date, fiscal_year, gist, sheet_id, revision, created_at, created_by"),
  SHEET_PART(
      "sheet_id, revision, section, child_id, item_id, answers, given_by_kind, given_by, typed_by,"
          + " changed_at, lock_version"),
  SHEET_STEP(
      "sheet_id, revision, ordinal, child_id, step, at, actor_kind, actor_id, means, on_date,"
          + " guardian_id"),
  SHEET_WRITER("sheet_id, child_id, staff_id, since");

  private final String columns;

  CityTable(String columns) {
    this.columns = columns;
  }

  @Override
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String columns() {
    return columns;
  }
}
