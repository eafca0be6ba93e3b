package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.POST;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.PostRecord;
import org.springframework.stereotype.Component;

/** The posts of organisations and what each may ever see: for telling a family who will read. */
@Component
public final class Posts {

  /** A post that reads. */
  public record Reading(OrganisationId organisation, String kind, Set<Category> ceiling) {
    public Reading {
      ceiling = Set.copyOf(ceiling);
    }
  }

  /** The reading posts of these organisations. */
  public Map<OrganisationId, List<Reading>> reading(
      Tx tx, Collection<OrganisationId> organisations) {
    return tx
        .sql()
        .selectFrom(POST)
        .where(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.in(organisations))
        .orderBy(POST.KIND)
        .fetch()
        .stream()
        .filter(row -> Arrays.asList(row.getRights()).contains(Right.READ.name()))
        .map(Posts::reading)
        .collect(Collectors.groupingBy(Reading::organisation));
  }

  private static Reading reading(PostRecord row) {
    return new Reading(
        row.getOrganisationId(),
        row.getKind(),
        Arrays.stream(row.getCeiling())
            .map(Category::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
