package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;

/**
 * 共有しない希望 as it is written down: what, from whom, in the family's own words. The same form in the
 * portal and at a hub.
 */
public final class ObjectionForm extends WordForm {
  /** Longest note, in characters. */
  public static final int LONGEST = 400;

  private static final String EVERYBODY = "all";
  private static final String NAMED = "named";

  private final List<Organisation> places;

  /**
   * The form.
   *
   * @param places that may be named: the receivers of consents and whoever deals with the child
   */
  public ObjectionForm(Typed typed, List<Organisation> places) {
    super(typed, "ground.objection.");
    this.places = places;
  }

  /**
   * As it is shown.
   *
   * @param id of the objection it makes: sent twice, it makes one
   * @param groups what can be chosen, area by area and form by form
   * @param whom everybody, or the places that are chosen
   */
  public record View(
      String id,
      FieldView scope,
      List<ScopeChoice.Group> groups,
      FieldView against,
      List<Option> whom,
      FieldView place,
      List<Option> places,
      FieldView note,
      List<FieldView> wrong) {}

  /** What is wished; empty when something is missing, which the view then says. */
  public Optional<Objection.Wish> wish() {
    List<ScopeLine> scope = new ScopeChoice(typed).chosen();
    if (scope.isEmpty()) {
      wrong("scope", t("ground.objection.scope.missing"));
    }
    Optional<Set<OrganisationId>> against = against();
    String note = typed.text("note");
    if (note.codePointCount(0, note.length()) > LONGEST) {
      wrong("note", t("ground.objection.note.long", LONGEST));
    }
    return sound()
        ? Optional.of(new Objection.Wish(scope, against, typed.given("note")))
        : Optional.empty();
  }

  private Optional<Set<OrganisationId>> against() {
    return switch (typed.text("against")) {
      case EVERYBODY -> Optional.empty();
      case NAMED -> {
        Set<OrganisationId> named =
            places.stream()
                .map(Organisation::id)
                .filter(id -> typed.all("place").contains(id.toString()))
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
          wrong("place", t("ground.objection.place.missing"));
        }
        yield Optional.of(named);
      }
      default -> {
        wrong("against", t("ground.objection.against.missing"));
        yield Optional.empty();
      }
    };
  }

  /** Lays it out, with what was typed. */
  public View view() {
    FieldView scope = field("scope").must();
    FieldView against = field("against").must();
    FieldView place = field("place");
    FieldView note = field("note").hint(t("ground.objection.note.hint")).most(LONGEST);
    return new View(
        made(),
        scope,
        new ScopeChoice(typed).groups(),
        against,
        whom(),
        place,
        places.stream().map(this::option).toList(),
        note,
        List.of(scope, against, place, note));
  }

  private List<Option> whom() {
    String said = typed.text("against");
    Option everybody =
        new Option(EVERYBODY, t("ground.objection.against.all"), said.equals(EVERYBODY));
    return places.isEmpty()
        ? List.of(everybody)
        : List.of(
            everybody, new Option(NAMED, t("ground.objection.against.named"), said.equals(NAMED)));
  }

  private Option option(Organisation place) {
    String id = place.id().toString();
    return new Option(id, place.name(), typed.all("place").contains(id));
  }
}
