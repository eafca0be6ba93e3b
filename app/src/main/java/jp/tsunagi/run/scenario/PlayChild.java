package jp.tsunagi.run.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Membership;
import org.springframework.stereotype.Component;

/** Plays a child's registration: who it is, where it lives, who its guardians are. */
@Component
final class PlayChild {
  private final Children children;
  private final Guardians guardians;
  private final Involvements involvements;
  private final Accounts accounts;

  PlayChild(Children children, Guardians guardians, Involvements involvements, Accounts accounts) {
    this.children = children;
    this.guardians = guardians;
    this.involvements = involvements;
    this.accounts = accounts;
  }

  void register(
      Tx tx, Child child, Act.Register act, OrganisationId owner, boolean hub, PlayedTown town) {
    ChildId id = ChildId.create();
    town.children.put(child.key(), id);
    tx.together(() -> enter(tx, child, id, act, owner, hub, town));
  }

  private void enter(
      Tx tx,
      Child child,
      ChildId id,
      Act.Register act,
      OrganisationId owner,
      boolean hub,
      PlayedTown town) {
    children.add(
        tx,
        new NewChild(
            id,
            firstName(child),
            child.birth(),
            child.sex(),
            owner,
            Set.of(act.ground()),
            Optional.of(child.language()).filter(language -> !language.equals("ja")),
            child.interpreter() != null));
    if (hub) {
      involvements.open(tx, id, owner, InvolvementKind.CONSULTATION, Period.since(act.date()));
    }
    laterNames(tx, child, id);
    child.addresses().forEach(one -> address(tx, id, one));
    child
        .gradeOverrides()
        .forEach(one ->
            children.overrideGrade(
                tx, id, new FiscalYear(one.fiscalYear()), one.grade(), one.reason()));
    child.guardians().forEach(one -> guardian(tx, child, id, one, town));
  }

  /** Names before the registration come first, so that they are found too. */
  private static PersonName firstName(Child child) {
    List<Child.FullName> former = child.formerNames();
    return personName(former.isEmpty() ? child.name() : former.getFirst(), child.commonName());
  }

  private void laterNames(Tx tx, Child child, ChildId id) {
    if (!child.formerNames().isEmpty()) {
      children.rename(tx, id, personName(child.name(), child.commonName()), tx.today());
    }
  }

  static PersonName personName(
      Child.FullName full, Child.@org.jspecify.annotations.Nullable FullName common) {
    PersonName name = personName(full);
    if (common == null) {
      return name;
    }
    PersonName daily = personName(common);
    return name.withCommon(daily.family(), daily.given());
  }

  private static PersonName personName(Child.FullName full) {
    List<String> written = full.parts();
    List<String> kana = List.of(full.kana().split("[ \u3000]+"));
    int last = written.size() - 1;
    NamePart given = new NamePart(written.get(last), kana.get(last));
    PersonName name =
        PersonName.of(
            last == 0 ? NamePart.NONE : new NamePart(written.getFirst(), kana.getFirst()), given);
    return last < 2
        ? name
        : name.withMiddle(
            new NamePart(
                String.join(" ", written.subList(1, last)),
                String.join(" ", kana.subList(1, last))));
  }

  private void address(Tx tx, ChildId child, Child.Address one) {
    children.moved(tx, child, one.period().from(), Optional.empty(), one.text());
  }

  private void guardian(Tx tx, Child child, ChildId id, Guardian one, PlayedTown town) {
    String key = child.key() + "/" + one.key();
    GuardianId person =
        Optional.ofNullable(one.sameAs()).map(town.guardians::get).orElseGet(() -> person(tx, one));
    town.guardians.put(key, person);
    Optional<Period> authority =
        one.authority() == Guardian.Authority.NONE
            ? Optional.empty()
            : Optional.of(
                one.relation().ofAge()
                    ? Period.since(adult(child))
                    : new Period(child.birth(), adult(child)));
    guardians.relate(
        tx,
        id,
        new Guardians.Guardianship(
            person, one.relation(), one.order(), Optional.ofNullable(one.when()), authority));
    boolean sibling = one.sameAs() != null && town.guardians.containsKey(one.sameAs());
    if (one.account() && !sibling) {
      account(tx, key, person, town);
    }
  }

  private static java.time.LocalDate adult(Child child) {
    return jp.tsunagi.base.calendar.Age.birthday(child.birth(), 18);
  }

  private GuardianId person(Tx tx, Guardian one) {
    GuardianId id = GuardianId.create();
    guardians.put(
        tx,
        new Guardians.Guardian(
            id,
            one.name(),
            one.kana(),
            Optional.of(one.phone()),
            Optional.of(one.language()).filter(language -> !language.equals("ja"))));
    return id;
  }

  /** The login of a made-up guardian: the child's key and the guardian's. */
  private void account(Tx tx, String key, GuardianId person, PlayedTown town) {
    AccountId account = accounts.open(tx, login(key), town.passwordHash());
    Accounts.addMembership(tx, account, Membership.Kind.GUARDIAN, person.value());
    guardians.gotAccount(tx, person, account);
  }

  static String login(String key) {
    return key.replace('/', '.');
  }

  void movedOut(Tx tx, Child child, Act.MoveOut act, PlayedTown town) {
    children.moved(tx, town.child(child), act.date().plusDays(1), Optional.empty(), act.to());
  }

  void rename(Tx tx, Child child, Act.Rename act, PlayedTown town) {
    children.rename(tx, town.child(child), personName(act.name(), child.commonName()), act.date());
  }
}
