package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;

import java.util.List;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/** What a family is told of grounds in law: those that it may see. */
@Component
public final class LawHistory {
  private final LawWords words;

  LawHistory(LawWords words) {
    this.words = words;
  }

  /** One ground in words. */
  public record Line(String receiver, String law, List<String> scope, String period) {}

  /**
   * All approved ones of a child, the latest first; the caller has made sure that the reader
   * decides.
   */
  public List<Line> of(Tx tx, ChildId child) {
    var places = words.places(tx, child);
    return LawSql.of(
            tx,
            LEGAL_GROUND
                .CHILD_ID
                .eq(child)
                .and(LEGAL_GROUND.APPROVED.isTrue())
                .and(LEGAL_GROUND.GUARDIAN_SEES.isTrue()))
        .stream()
        .map(one ->
            new Line(
                places.getOrDefault(one.receiver(), ""),
                t("law.by", LawWords.law(one)),
                LawWords.scope(one),
                LawWords.period(one)))
        .toList();
  }
}
