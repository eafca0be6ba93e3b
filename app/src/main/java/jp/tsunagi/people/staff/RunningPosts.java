package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.POST;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.organisation.Running;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Staff who hold a post at a place longer than it works. */
@Component
final class RunningPosts implements Running {
  @Override
  public Optional<Left> after(Tx tx, OrganisationId organisation, LocalDate last) {
    int people = people(tx, POST.ORGANISATION_ID.eq(organisation), last);
    return people == 0
        ? Optional.empty()
        : Optional.of(
            new Left(
                t("staff.running", people),
                new Link("/staff?organisation=" + organisation, t("staff.running.way"))));
  }

  @Override
  public Optional<Left> after(Tx tx, ClassId schoolClass, LocalDate last) {
    int people = people(tx, ASSIGNMENT.CLASS_ID.eq(schoolClass), last);
    return people == 0
        ? Optional.empty()
        : Optional.of(
            new Left(t("staff.running", people), new Link("/staff", t("staff.running.way"))));
  }

  private static int people(Tx tx, Condition where, LocalDate last) {
    return tx.sql()
        .fetchCount(
            tx.sql()
                .selectDistinct(ASSIGNMENT.STAFF_ID)
                .from(ASSIGNMENT)
                .join(POST)
                .on(POST.TENANT_ID.eq(tx.tenant()))
                .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
                .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(where)
                .and(ASSIGNMENT.HOLDS_FROM.isNotNull())
                .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(last.plusDays(1)))));
  }
}
