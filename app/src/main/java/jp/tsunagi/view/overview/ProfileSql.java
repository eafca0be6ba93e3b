package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_PART;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Answers;

/** Parts that are shown at a glance: what helps, what to look out for, the goals in force. */
final class ProfileSql {
  static final String STRENGTHS = "profile/strengths";
  static final String HEALTH = "profile/health";
  private static final Comparator<ItemRow> LATEST_FIRST =
      Comparator.comparing(ItemRow::on).thenComparing(item -> item.id().value()).reversed();

  /** What the page of a child shows beside its timeline. */
  static final List<String> AT_A_GLANCE =
      Stream.concat(GoalsView.SECTIONS.stream(), Stream.of(STRENGTHS, HEALTH)).toList();

  private ProfileSql() {}

  /** The same of one child, by section, from a timeline that was read with them. */
  static Map<String, Part> of(ChildId child, List<ItemRow> items) {
    Map<String, Part> found = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.answers() != null)
        .sorted(LATEST_FIRST)
        .forEach(item ->
            found.putIfAbsent(
                Objects.requireNonNull(item.section()),
                new Part(
                    child,
                    item.id(),
                    Objects.requireNonNull(item.section()),
                    Objects.requireNonNull(item.answers()))));
    return found;
  }

  /** A part the reader may read: final, or in force inside while the guardian is asked. */
  record Part(ChildId child, ItemId item, String section, Answers answers) {}

  /** The latest such parts of these children, by child and section. */
  static Map<ChildId, Map<String, Part>> of(
      Tx tx, Collection<ChildId> children, List<String> sections) {
    Map<ChildId, Map<String, Part>> found = new LinkedHashMap<>();
    tx.sql()
        .select(ITEM.CHILD_ID, ITEM.ITEM_ID, ITEM.SECTION, SHEET_PART.ANSWERS)
        .from(ITEM)
        .join(SHEET_PART)
        .on(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.ITEM_ID.eq(ITEM.ITEM_ID))
        .where(Readable.item(tx))
        .and(ITEM.CHILD_ID.in(children))
        .and(ITEM.SECTION.in(sections))
        .and(ITEM.STATE.in("FINAL", "WITH_GUARDIAN"))
        .and(ITEM.LATEST.isTrue())
        .orderBy(ITEM.ON_DATE.desc(), ITEM.ITEM_ID.desc())
        .forEach(row -> {
          Part part =
              new Part(
                  row.value1(), row.value2(), row.value3(), Answers.ofJson(row.value4().data()));
          found
              .computeIfAbsent(part.child(), _ -> new LinkedHashMap<>())
              .putIfAbsent(part.section(), part);
        });
    return found;
  }
}
