package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.ActorSource;
import jp.tsunagi.people.staff.Membership;
import jp.tsunagi.work.programme.Programmes;

/** What the keys of a scenario have become while it is played. */
final class PlayedTown {
  final TenantId tenant;
  final Map<String, OrganisationId> organisations = new HashMap<>();
  final Map<String, StaffId> staff = new HashMap<>();
  final Map<String, Programmes.Programme> programmes = new HashMap<>();
  final Map<String, ChildId> children = new HashMap<>();
  final Map<String, GuardianId> guardians = new HashMap<>();
  final Map<String, SheetId> sheets = new HashMap<>();
  final Set<OrganisationId> hubs = new HashSet<>();
  final Set<OrganisationId> onPaper = new HashSet<>();
  final Set<OrganisationId> writing = new HashSet<>();
  private final Set<String> cards = new HashSet<>();
  private final List<ActorSource> sources;
  private final String passwordHash;
  private final String pinHash;

  PlayedTown(TenantId tenant, List<ActorSource> sources, String passwordHash, String pinHash) {
    this.tenant = tenant;
    this.sources = sources;
    this.passwordHash = passwordHash;
    this.pinHash = pinHash;
  }

  /** And the same PIN, whoever has one. */
  String pinHash() {
    return pinHash;
  }

  /** Everybody in a made-up city has the same password, hashed once. */
  String passwordHash() {
    return passwordHash;
  }

  OrganisationId organisation(String key) {
    return known(organisations, key);
  }

  ChildId child(Child child) {
    return known(children, child.key());
  }

  /** The child, unless the story has not come to its registration yet. */
  Optional<ChildId> known(Child child) {
    return Optional.ofNullable(children.get(child.key()));
  }

  GuardianId guardian(Child child, String key) {
    return known(guardians, child.key() + "/" + key);
  }

  StaffId staff(Act.Hand hand) {
    return known(staff, hand.staff());
  }

  /** What one support act wrote. */
  static String key(Child child, Act.Support act) {
    return String.join("/", child.key(), act.form(), String.valueOf(act.place()));
  }

  /** The organisation a hand acts for: the one it names, or the first it serves that day. */
  OrganisationId place(Tx tx, Act.Hand hand) {
    String named = hand.organisation();
    return named != null
        ? organisation(named)
        : ((Actor.Staff) Actor.of(tx)).seats().getFirst().organisation();
  }

  /**
   * Whether the place takes the family's card of contacts now: once, where it can write it down.
   */
  boolean takesCard(Child child, OrganisationId organisation) {
    return writing.contains(organisation) && cards.add(child.key() + "/" + organisation);
  }

  boolean isHub(OrganisationId organisation) {
    return hubs.contains(organisation);
  }

  static <T> T known(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key))
        .orElseThrow(() -> new IllegalStateException("not played yet: " + key));
  }

  /** The staff member as she or he acts on the day the scene plays. */
  Actor acting(Tx tx, Act.Hand hand) {
    return acting(tx, Membership.Kind.STAFF, staff(hand).value());
  }

  /** The guardian as she or he acts in the portal. */
  Actor acting(Tx tx, Child child, String guardian) {
    return acting(tx, Membership.Kind.GUARDIAN, guardian(child, guardian).value());
  }

  private Actor acting(Tx tx, Membership.Kind kind, UUID member) {
    Membership membership = new Membership(AccountId.create(), tenant, kind, member);
    return sources.stream()
        .filter(source -> source.kind() == kind)
        .findFirst()
        .flatMap(source -> source.load(tx, membership))
        .orElseThrow(() -> new IllegalStateException(kind + " may not act on " + tx.today()));
  }

  /** Middle of the day, in Japan, so that a day never slips. */
  static java.time.Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(jp.tsunagi.base.database.ActingClock.JAPAN).toInstant();
  }
}
