package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ChildRecord;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Says who a child is, to whoever may see that it exists. */
@Component
public final class Identities {

  /** The child, unless the actor may not see it: then nothing is there. */
  public Identity get(Tx tx, ChildId child) {
    return find(tx, List.of(child)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** Those of the children that the actor may see, in no order. */
  public List<Identity> find(Tx tx, Collection<ChildId> children) {
    return fetch(tx, CHILD.CHILD_ID.in(children));
  }

  /** Every child of a guardian, by birth. For a staff member this would be the whole reach. */
  public List<Identity> ofGuardian(Tx tx) {
    if (!tx.scope().kind().equals("GUARDIAN")) {
      throw new IllegalStateException("lists of staff start from reach");
    }
    return fetch(tx, org.jooq.impl.DSL.trueCondition());
  }

  private static List<Identity> fetch(Tx tx, Condition which) {
    List<ChildRecord> rows =
        tx.sql()
            .selectFrom(CHILD)
            .where(Readable.child(tx))
            .and(which)
            .orderBy(CHILD.BIRTH_DATE, CHILD.CHILD_ID)
            .fetch();
    return rows.stream().map(row -> identity(tx, row)).toList();
  }

  private static Identity identity(Tx tx, ChildRecord child) {
    return new Identity(
        child.getChildId(),
        name(tx, child.getChildId()).orElseThrow(NotFound::new),
        child.getBirthDate(),
        Sex.valueOf(child.getSex()),
        Standing.valueOf(child.getStanding()));
  }

  private static Optional<jp.tsunagi.base.name.PersonName> name(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .and(CHILD_NAME.KIND.eq(Children.NameKind.LEGAL.name()))
        .orderBy(CHILD_NAME.VALID_FROM.le(tx.today()).desc(), CHILD_NAME.VALID_FROM.desc())
        .limit(1)
        .fetchOptional(ChildKeys::name);
  }
}
