package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/** Says consents in words: names for ids, dates as people write them. */
@Component
public final class ConsentWords {
  private final Organisations organisations;
  private final Guardians guardians;

  ConsentWords(Organisations organisations, Guardians guardians) {
    this.organisations = organisations;
    this.guardians = guardians;
  }

  /** The names around one child. */
  public record Names(
      Map<OrganisationId, Organisation> organisations,
      List<Guardians.Related> guardians,
      boolean concealed) {

    /** Names of places in one line, by their reading. */
    public String places(Collection<OrganisationId> ids) {
      return ids.stream()
          .map(organisations::get)
          .filter(Objects::nonNull)
          .sorted(java.util.Comparator.comparing(Organisation::kana))
          .map(Organisation::name)
          .collect(Collectors.joining(t("ground.words.comma")));
    }

    /** Who receives: places of the register, or the place outside it that the consent names. */
    public String receivers(Collection<OrganisationId> ids, Optional<String> place) {
      return ids.isEmpty()
          ? place.map(name -> concealed ? Place.unnamed() : name).orElse("")
          : places(ids);
    }

    /** Whose records are opened. */
    public String givers(Optional<Set<OrganisationId>> giving) {
      return giving.map(this::places).orElseGet(() -> t("ground.giving.all"));
    }

    /** 青空 みなみ様（母）; another guardian's name is not everybody's to read. */
    public String guardian(GuardianId id) {
      return guardians.stream()
          .filter(it -> it.person().id().equals(id))
          .findFirst()
          .map(it ->
              t("ground.guardian", it.person().name(), t("ground.relation." + it.is().relation())))
          .orElseGet(() -> t("ground.guardian.other"));
    }
  }

  public Names names(Tx tx, ChildId child) {
    return new Names(
        organisations.beside(tx, child).stream()
            .collect(Collectors.toMap(Organisation::id, it -> it)),
        guardians.of(tx, child),
        Compartments.concealed(tx, child));
  }

  public static String kind(ConsentKind kind) {
    return t("ground.kind." + kind);
  }

  /** A scope in one line, with 前の版 where it may be read too. */
  public static String scope(List<ScopeLine> scope, boolean withHistory) {
    String line = SectionWords.line(scope);
    return withHistory ? t("ground.scope.history", line) : line;
  }

  public static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  /** How it stands, with since when. */
  public static StatusView status(Consent consent, LocalDate today) {
    Consent.State state = consent.state(today);
    String since =
        consent
            .withdrawal()
            .map(it -> day(it.askedOn()))
            .or(() ->
                consent
                    .period()
                    .lastDay()
                    .filter(_ -> state == Consent.State.ENDED)
                    .map(ConsentWords::day))
            .orElse("");
    boolean stopped = consent.withdrawal().filter(Consent.Withdrawal::stopped).isPresent();
    return new StatusView(
        icon(state), t("ground.state." + (stopped ? "STOPPED" : state)), since, false);
  }

  private static Icon icon(Consent.State state) {
    return switch (state) {
      case IN_FORCE -> Icon.FINAL;
      case AWAITING, COMING -> Icon.WAITING;
      case ENDED -> Icon.ENDED;
      case WITHDRAWN -> Icon.REMOVE;
    };
  }

  /** Why the reader sees it. */
  public static String why(ConsentRegister.Concern why) {
    return t("ground.why." + why);
  }
}
