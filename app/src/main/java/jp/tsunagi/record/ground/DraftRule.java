package jp.tsunagi.record.ground;

import static jp.tsunagi.base.access.Category.CONSULTATION;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.people.organisation.Organisation;

/** Reads a prepared consent from what was typed; what it begins with before anything is typed. */
final class DraftRule {
  /** What the hubs need for their work: all but the notes of consultations (A9, A16). */
  static final List<Category> HUB_SCOPE =
      Arrays.stream(Category.values()).filter(it -> it != CONSULTATION).toList();

  /** What has no form of its own yet is agreed to as a whole. */
  static final List<Category> WHOLE =
      List.of(
          Category.ASSESSMENT,
          Category.PLAN,
          Category.MEETING,
          Category.PROVISION,
          Category.CONSULTATION);

  private static final Set<String> USUAL_FORMS = Set.of("handover-sheet", "support-programme");
  private static final String OF_NURSERY = "support-nursery";
  private static final String OF_SCHOOL = "support-school";

  /** What a form says about itself: who filled it in, what was agreed. Nothing to hand over. */
  private static final Set<String> FORMAL =
      Set.of(
          "handover-sheet/writer",
          "handover-sheet/agreement",
          "education-support-plan/confirmation",
          "transition-plan/confirmation",
          "medical-care/agreement",
          "service-plan/agreement",
          "self-support-plan/agreement",
          "behaviour-plan/agreement",
          "use-plan/agreement",
          "monitoring-report/agreement");

  private static final Set<String> USUAL_SECTIONS =
      Set.of("profile/child", "profile/strengths", "profile/wishes", "profile/daily-life");

  private static final int LONGEST_PLACE = 100;

  private DraftRule() {}

  /**
   * What is ticked before anybody chose: strengths and what helps, nothing of health or family.
   *
   * @param pupil whether the child goes to school by now: the place it is at has written of it
   */
  static boolean usual(ScopeLine line, boolean pupil) {
    String section = line.section().orElse("");
    if (!section.contains("/")) {
      return false;
    }
    String form = section.substring(0, section.indexOf('/'));
    return USUAL_SECTIONS.contains(section)
        || ((USUAL_FORMS.contains(form) || form.equals(pupil ? OF_SCHOOL : OF_NURSERY))
            && line.category() != Category.HEALTH);
  }

  /** Whether anything of the form is usually handed over, of a pupil or of a younger child. */
  static boolean isUsual(SectionWords.Group form) {
    return form.sections().stream()
        .anyMatch(it -> usual(it.line(), true) || usual(it.line(), false));
  }

  /** The sections that can be handed over, form by form. */
  static List<SectionWords.Group> groups() {
    return SectionWords.groups().stream()
        .map(group ->
            new SectionWords.Group(
                group.key(),
                group.title(),
                group.sections().stream()
                    .filter(it -> !FORMAL.contains(it.line().section().orElse("")))
                    .toList()))
        .filter(group -> !group.sections().isEmpty())
        .toList();
  }

  /**
   * The request that was typed, or nothing with the problems noted.
   *
   * @param places every place that may receive
   * @param known places whose records the actor may name
   */
  static Optional<ConsentRequest> read(
      Typed typed,
      ConsentId id,
      ChildId child,
      ConsentKind kind,
      List<Organisation> places,
      Set<OrganisationId> known,
      LocalDate today,
      Optional<OrganisationId> by) {
    Set<OrganisationId> receiving = receiving(typed, kind, places);
    List<ScopeLine> scope = scope(typed, kind);
    DayField entry = day(typed, "entry", today, kind == ConsentKind.HANDOVER);
    DayField until = day(typed, "until", today, kind != ConsentKind.USE);
    until
        .day()
        .filter(last -> last.isBefore(today))
        .ifPresent(_ -> typed.wrong("until", t("ground.draft.until.past")));
    Optional<Set<OrganisationId>> giving = giving(typed, kind, known);
    if (kind == ConsentKind.HANDOVER && toItself(giving, receiving)) {
      typed.wrong("receiver", t("ground.draft.receiver.itself"));
    }
    if (typed.isWrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConsentRequest(
            id,
            child,
            Reference.fresh(),
            kind,
            outside(typed, kind)
                .map(place -> t("ground.purpose.place", place))
                .orElseGet(() -> t("ground.purpose." + kind)),
            outside(typed, kind),
            giving,
            receiving,
            scope,
            typed.has("history"),
            entry.day(),
            until.day().map(last -> last.plusDays(1)),
            by,
            false));
  }

  /** 自分から自分への引継ぎ: nobody gives but who receives. */
  private static boolean toItself(
      Optional<Set<OrganisationId>> giving, Set<OrganisationId> receiving) {
    return giving.filter(named -> !named.isEmpty() && receiving.containsAll(named)).isPresent();
  }

  private static DayField day(Typed typed, String field, LocalDate today, boolean must) {
    DayField day = DayField.read(typed.text(field), today);
    DayField checked = must ? day.must() : day;
    checked.problem().ifPresent(problem -> typed.wrong(field, problem));
    return checked;
  }

  private static Set<OrganisationId> receiving(
      Typed typed, ConsentKind kind, List<Organisation> places) {
    Set<OrganisationId> chosen = new HashSet<>();
    if (outside(typed, kind).isPresent()) {
      if (!typed.text("receiver").isEmpty()) {
        typed.wrong("receiver", t("ground.draft.receiver.one"));
      }
      return chosen;
    }
    for (Organisation place : places) {
      boolean hub = kind == ConsentKind.USE && place.kind().isHub();
      if (hub
          || (kind != ConsentKind.USE && typed.all("receiver").contains(place.id().toString()))) {
        chosen.add(place.id());
      }
    }
    if (chosen.isEmpty()) {
      typed.wrong("receiver", t("ground.draft.receiver.missing"));
    }
    return chosen;
  }

  /**
   * A place that is not in the register: the purpose names it, and what goes there goes on paper.
   */
  private static Optional<String> outside(Typed typed, ConsentKind kind) {
    String place = typed.text("place").strip();
    if (kind != ConsentKind.HANDOVER || place.isEmpty()) {
      return Optional.empty();
    }
    if (place.codePointCount(0, place.length()) > LONGEST_PLACE) {
      typed.wrong("place", t("ground.draft.place.long", LONGEST_PLACE));
    }
    return Optional.of(place);
  }

  private static Optional<Set<OrganisationId>> giving(
      Typed typed, ConsentKind kind, Set<OrganisationId> known) {
    if (kind == ConsentKind.USE || typed.text("giving").equals("all")) {
      return Optional.empty();
    }
    Set<OrganisationId> named = new HashSet<>(typed.organisations("giver"));
    named.retainAll(known);
    if (named.isEmpty()) {
      typed.wrong("giving", t("ground.draft.giver.missing"));
    }
    return Optional.of(named);
  }

  private static List<ScopeLine> scope(Typed typed, ConsentKind kind) {
    List<ScopeLine> offered = offered(kind);
    Set<String> chosen = typed.all("scope");
    List<ScopeLine> scope = offered.stream().filter(line -> chosen.contains(line.code())).toList();
    if (scope.isEmpty()) {
      typed.wrong("scope", t("ground.draft.scope.missing"));
    }
    return scope;
  }

  /** All that can be agreed to in a consent of that kind. */
  static List<ScopeLine> offered(ConsentKind kind) {
    Stream<ScopeLine> whole =
        (kind == ConsentKind.USE ? Arrays.stream(Category.values()) : WHOLE.stream())
            .map(ScopeLine::of);
    Stream<ScopeLine> sections =
        groups().stream()
            .flatMap(group -> group.sections().stream())
            .map(SectionWords.Choice::line);
    return kind == ConsentKind.USE ? whole.toList() : Stream.concat(sections, whole).toList();
  }
}
