package jp.tsunagi.people.organisation;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.Reading;

/**
 * An organisation as somebody typed it, not yet judged. Its id is made when the form is shown, so
 * that sending the form twice makes one organisation.
 */
record OrganisationDraft(
    OrganisationId id,
    String name,
    String kana,
    String kind,
    String tier,
    String sector,
    String district,
    String connection,
    String phone) {

  static OrganisationDraft blank(OrganisationId id) {
    return new OrganisationDraft(id, "", "", "", "", "", "", Connection.PAPER.name(), "");
  }

  static OrganisationDraft of(OrganisationId id, Map<String, String> typed) {
    return new OrganisationDraft(
        id,
        value(typed, "name"),
        value(typed, "kana"),
        value(typed, "kind"),
        value(typed, "tier"),
        value(typed, "sector"),
        value(typed, "district"),
        value(typed, "connection"),
        Normalizer.normalize(value(typed, "phone"), Normalizer.Form.NFKC));
  }

  static OrganisationDraft of(Organisation there) {
    return new OrganisationDraft(
        there.id(),
        there.name(),
        there.kana(),
        there.kind().name(),
        there.tier().map(String::valueOf).orElse(""),
        there.sector().name(),
        there.district().orElse(""),
        there.connection().name(),
        there.phone().orElse(""));
  }

  private static String value(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** The same, named and connected as that organisation is: both are actions of their own. */
  OrganisationDraft keeping(Organisation there) {
    return new OrganisationDraft(
        id,
        there.name(),
        there.kana(),
        kind,
        tier,
        sector,
        district,
        there.connection().name(),
        phone);
  }

  /** The organisation; only of a draft that {@link OrganisationRules} found nothing wrong with. */
  Organisation accepted() {
    return new Organisation(
        id,
        name,
        Reading.of(kana).orElse(kana),
        OrganisationKind.valueOf(kind),
        given(tier).map(Integer::valueOf),
        Sector.valueOf(sector),
        given(district),
        Connection.valueOf(connection),
        given(phone));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
