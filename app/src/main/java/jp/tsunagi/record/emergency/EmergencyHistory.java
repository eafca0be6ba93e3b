package jp.tsunagi.record.emergency;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;

import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import org.springframework.stereotype.Component;

/** What a family is told of emergencies: when, by whom, why, and what the review found. */
@Component
public final class EmergencyHistory {

  /** One opening in words. */
  public record Line(String at, String place, String reason, String outcome) {}

  /** All of a child, the latest first; the caller has made sure that the reader decides for it. */
  public List<Line> of(Tx tx, ChildId child) {
    Place called = Place.beside(tx, child);
    return EmergencySql.of(tx, EMERGENCY_ACCESS.CHILD_ID.eq(child)).stream()
        .map(one ->
            new Line(
                EmergencyWords.at(one.openedAt()),
                called.conceals(one.organisation())
                    ? one.organisationName()
                    : one.organisationName() + "\u3000" + t("staff.post." + one.post()),
                EmergencyWords.reason(one),
                EmergencyWords.outcome(one)))
        .toList();
  }
}
