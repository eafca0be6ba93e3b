package jp.tsunagi.record.approval;

import static jp.tsunagi.schema.Tables.APPROVAL_FORM;
import static jp.tsunagi.schema.Tables.APPROVAL_ROUTE;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Step;
import org.springframework.stereotype.Component;

/**
 * Which posts of a place decide, in which order, and which forms need it: as the place has said,
 * else as is usual at its kind. A sheet that is under way keeps the route it was sent on.
 */
@Component
public final class ApprovalRoutes {
  private final Organisations organisations;

  ApprovalRoutes(Organisations organisations) {
    this.organisations = organisations;
  }

  /**
   * When the place said so last.
   *
   * @param by name of the person; empty where the program itself did
   */
  public record Change(Instant at, Optional<String> by) {}

  /** The posts in the order in which they decide; none where nobody does. */
  public List<PostKind> of(Tx tx, OrganisationId place) {
    return tx.sql()
        .select(APPROVAL_ROUTE.POSTS)
        .from(APPROVAL_ROUTE)
        .where(APPROVAL_ROUTE.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_ROUTE.ORGANISATION_ID.eq(place))
        .fetchOptional(APPROVAL_ROUTE.POSTS)
        .map(posts -> Arrays.stream(posts).map(PostKind::valueOf).toList())
        .orElseGet(() ->
            organisations.find(tx, place).map(at -> UsualRoute.at(at.kind())).orElse(List.of()));
  }

  /** Whether a sheet of that form is decided about there before it goes further. */
  public boolean asked(Tx tx, OrganisationId place, FormDefinition form) {
    return form.route()
        .approval()
        .filter(step -> Optional.ofNullable(said(tx, place).get(form.key())).orElse(step.asked()))
        .isPresent();
  }

  /** What the place has said of forms, by their key. */
  Map<String, Boolean> said(Tx tx, OrganisationId place) {
    return tx
        .sql()
        .select(APPROVAL_FORM.FORM_KEY, APPROVAL_FORM.ASKED)
        .from(APPROVAL_FORM)
        .where(APPROVAL_FORM.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_FORM.ORGANISATION_ID.eq(place))
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2()));
  }

  Optional<Change> lastChange(Tx tx, OrganisationId place) {
    return tx.sql()
        .select(APPROVAL_ROUTE.CHANGED_AT, STAFF.NAME)
        .from(APPROVAL_ROUTE)
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.coerce(UUID.class).eq(APPROVAL_ROUTE.CHANGED_BY))
        .where(APPROVAL_ROUTE.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_ROUTE.ORGANISATION_ID.eq(place))
        .fetchOptional(
            row -> new Change(row.value1().toInstant(), Optional.ofNullable(row.value2())));
  }

  /**
   * The place says it: the posts in their order, and of forms whether it needs a decision.
   *
   * @param posts each once, each one that may decide there
   */
  public void decide(
      Tx tx, OrganisationId place, List<PostKind> posts, Map<String, Boolean> forms) {
    Organisation at = organisations.find(tx, place).orElseThrow();
    if (posts.stream().distinct().count() != posts.size()
        || !UsualRoute.possible(at.kind()).containsAll(posts)) {
      throw new IllegalArgumentException("posts that decide there, each once");
    }
    var now = tx.now().atOffset(ZoneOffset.UTC);
    UUID by = tx.scope().id().orElse(null);
    String[] names = posts.stream().map(Enum::name).toArray(String[]::new);
    tx.sql()
        .insertInto(APPROVAL_ROUTE)
        .set(APPROVAL_ROUTE.TENANT_ID, tx.tenant())
        .set(APPROVAL_ROUTE.ORGANISATION_ID, place)
        .set(APPROVAL_ROUTE.POSTS, names)
        .set(APPROVAL_ROUTE.CHANGED_AT, now)
        .set(APPROVAL_ROUTE.CHANGED_BY, by)
        .onConflict(APPROVAL_ROUTE.TENANT_ID, APPROVAL_ROUTE.ORGANISATION_ID)
        .doUpdate()
        .set(APPROVAL_ROUTE.POSTS, names)
        .set(APPROVAL_ROUTE.CHANGED_AT, now)
        .set(APPROVAL_ROUTE.CHANGED_BY, by)
        .execute();
    forms.forEach((form, asked) ->
        tx.sql()
            .insertInto(APPROVAL_FORM)
            .set(APPROVAL_FORM.TENANT_ID, tx.tenant())
            .set(APPROVAL_FORM.ORGANISATION_ID, place)
            .set(APPROVAL_FORM.FORM_KEY, form)
            .set(APPROVAL_FORM.ASKED, asked)
            .set(APPROVAL_FORM.CHANGED_AT, now)
            .set(APPROVAL_FORM.CHANGED_BY, by)
            .onConflict(
                APPROVAL_FORM.TENANT_ID, APPROVAL_FORM.ORGANISATION_ID, APPROVAL_FORM.FORM_KEY)
            .doUpdate()
            .set(APPROVAL_FORM.ASKED, asked)
            .set(APPROVAL_FORM.CHANGED_AT, now)
            .set(APPROVAL_FORM.CHANGED_BY, by)
            .execute());
  }

  /** Whether the form says something of a decision, so that a place can switch it. */
  static boolean switchable(FormDefinition form) {
    return form.route().steps().stream().anyMatch(Step.InApproval.class::isInstance);
  }
}
