package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;

/** Makes the fields of a draft and of what is wrong with it. */
record OrganisationForm(OrganisationDraft draft, List<FieldRefusal> refusals) {

  OrganisationPage.Form fields() {
    return new OrganisationPage.Form(
        field("name", draft.name()).must(),
        field("kana", draft.kana()).must(),
        field("kind", draft.kind()).must(),
        options("organisation.kind.", OrganisationKind.values(), draft.kind()),
        field("tier", draft.tier()),
        tiers(),
        field("sector", draft.sector()).must(),
        options("organisation.sector.", Sector.values(), draft.sector()),
        field("district", draft.district()),
        field("connection", draft.connection()).must(),
        connections(draft.connection()),
        field("phone", draft.phone()));
  }

  private FieldView field(String name, String value) {
    return new Fields(
            "organisation.field.",
            "organisation.hint.",
            Typed.NOTHING,
            FieldRefusal.problems(refusals))
        .of(name)
        .value(value);
  }

  private List<Option> tiers() {
    return Stream.of("", "1", "2", "3")
        .map(tier ->
            new Option(
                tier,
                t("organisation.tier." + (tier.isEmpty() ? "none" : tier)),
                tier.equals(draft.tier())))
        .toList();
  }

  private static List<Option> options(String prefix, Enum<?>[] values, String chosen) {
    return Arrays.stream(values)
        .map(one -> new Option(one.name(), t(prefix + one.name()), one.name().equals(chosen)))
        .toList();
  }

  /** The stages, each with what it means. */
  static List<Option> connections(String chosen) {
    return Arrays.stream(Connection.values())
        .map(stage ->
            new Option(
                stage.name(),
                OrganisationWords.connection(stage),
                stage.name().equals(chosen),
                t("organisation.connection.note." + stage)))
        .toList();
  }
}
