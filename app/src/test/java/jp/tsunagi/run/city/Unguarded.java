package jp.tsunagi.run.city;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.trueCondition;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.matcher.ElementMatchers;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The predicate taken away, to measure what it costs: the same statements, of this municipality
 * alone, without a question of who reads. For measuring only, in a program of its own.
 */
public final class Unguarded {
  private Unguarded() {}

  /** As {@link Readable#child(Tx)}. */
  public static Condition child(Tx tx) {
    return CHILD.TENANT_ID.eq(tx.tenant());
  }

  /** As {@link Readable#child(Tx, Field)}. */
  public static Condition child(Tx tx, Field<ChildId> child) {
    return trueCondition();
  }

  /** As {@link Readable#item(Tx)}. */
  public static Condition item(Tx tx) {
    return ITEM.TENANT_ID.eq(tx.tenant());
  }

  /** As {@link Readable#fact}. */
  public static Condition fact(
      Tx tx, Category category, Field<ChildId> child, Field<UUID> author, String... sections) {
    return trueCondition();
  }

  /** As {@link Readable#place}. */
  public static Condition place(Tx tx, Field<ChildId> child, Field<UUID> organisation) {
    return trueCondition();
  }

  /** As {@link Readable#kept}. */
  public static Condition kept(
      Tx tx, Category category, Field<ChildId> child, Field<OrganisationId> keeper) {
    return trueCondition();
  }

  /** As {@link Readable#opened}. */
  public static Condition opened(
      Tx tx, Field<ChildId> child, Seat seat, Category category, Field<UUID> author) {
    return trueCondition();
  }

  /** Does the work while nobody asks who reads. */
  static void during(Runnable work) {
    Instrumentation instruments = ByteBuddyAgent.install();
    ClassFileLocator found = ClassFileLocator.ForClassLoader.of(Readable.class.getClassLoader());
    byte[] open =
        new ByteBuddy()
            .redefine(Readable.class, found)
            .method(
                ElementMatchers.isPublic()
                    .and(
                        ElementMatchers.namedOneOf(
                            "child", "item", "fact", "place", "kept", "opened")))
            .intercept(MethodDelegation.to(Unguarded.class))
            .make()
            .getBytes();
    try {
      byte[] guarded = found.locate(Readable.class.getName()).resolve();
      instruments.redefineClasses(new ClassDefinition(Readable.class, open));
      try {
        work.run();
      } finally {
        instruments.redefineClasses(new ClassDefinition(Readable.class, guarded));
      }
    } catch (java.io.IOException | UnmodifiableClassException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
