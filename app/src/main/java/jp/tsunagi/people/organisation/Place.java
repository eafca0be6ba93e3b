package jp.tsunagi.people.organisation;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Text;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a place is called beside a child. Where the child's address is hidden from the reader, every
 * place but the reader's own is 「ある機関」 (ACCESS: hidden address): its name, kind, telephone, classes
 * and staff would tell where the child is.
 */
public final class Place {
  private final boolean concealed;
  private final java.util.List<OrganisationId> own;

  private Place(boolean concealed, java.util.List<OrganisationId> own) {
    this.concealed = concealed;
    this.own = own;
  }

  /** How places are called beside this child, to the actor of the transaction. */
  public static Place beside(Tx tx, ChildId child) {
    return new Place(Compartments.concealed(tx, child), tx.scope().organisations());
  }

  /** 「ある機関」. */
  public static String unnamed() {
    return Text.t("organisation.concealed");
  }

  /** 「ある職員」: who works there would tell it too. */
  public static String somebody() {
    return Text.t("organisation.concealed.person");
  }

  /** Whether the place stays without a name. */
  public boolean conceals(OrganisationId place) {
    return concealed && !own.contains(place);
  }

  /** The place as the reader may know it. */
  Organisation of(Organisation place) {
    return conceals(place.id()) ? place.unnamed(unnamed()) : place;
  }

  /** The name of the place of the query, beside a child of the query. */
  public static Field<String> name(Tx tx, Field<ChildId> child) {
    return name(tx, child, ORGANISATION);
  }

  /** The name of a place of the query under another name. */
  public static Field<String> name(
      Tx tx, Field<ChildId> child, jp.tsunagi.schema.tables.Organisation place) {
    return when(concealed(tx, child, place), inline(unnamed())).otherwise(place.NAME);
  }

  /** A place's name as it was written down when something was handed to it. */
  public static Field<String> written(
      Tx tx, Field<ChildId> child, Field<OrganisationId> place, Field<String> name) {
    Condition own = place.isNotNull().and(place.in(tx.scope().organisations()));
    return when(Compartments.concealed(tx, child).and(own.not()), inline(unnamed()))
        .otherwise(name);
  }

  /** What else tells the place: empty where it stays without a name. */
  public static <T> Field<T> known(Tx tx, Field<ChildId> child, Field<T> fact) {
    return when(concealed(tx, child, ORGANISATION).not(), fact);
  }

  /** Whether the place of the query stays without a name. */
  public static Field<Boolean> unnamed(Tx tx, Field<ChildId> child) {
    return field(concealed(tx, child, ORGANISATION));
  }

  private static Condition concealed(
      Tx tx, Field<ChildId> child, jp.tsunagi.schema.tables.Organisation place) {
    return Compartments.concealed(tx, child, place.ORGANISATION_ID);
  }
}
