package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.work.retention.Disposal.Absent;
import jp.tsunagi.work.retention.Disposal.Became;
import jp.tsunagi.work.retention.Disposal.Named;

/**
 * What the trace says of each record of a disposal. The record of the disposal names no child; who
 * must not be told of one is told of none by what the trace still knows.
 */
final class DisposalTrace {
  private static final Pattern ABOUT =
      Pattern.compile("retention\\.disposal ([0-9a-f-]{36}) ([A-Z_]+) (\\d{4}) ");

  private DisposalTrace() {}

  /** The row that says what has become of the record; of what is for a few no history shows it. */
  static Entry row(UUID disposal, Named named, String word, Became became) {
    return Entry.of(
            named.kind() == RetentionKind.COMPARTMENT ? Action.CHANGE_COMPARTMENT : Action.DISPOSE)
        .child(named.child())
        .purpose(became.name())
        .about(
            "retention.disposal "
                + disposal
                + " "
                + named.kind()
                + " "
                + named.year()
                + " "
                + word
                + " "
                + named.id());
  }

  /** What has become of records of these children, by disposal. */
  static Map<UUID, List<Absent>> of(Tx tx, Set<ChildId> children) {
    Map<UUID, List<Absent>> found = new HashMap<>();
    if (children.isEmpty()) {
      return found;
    }
    Records.alone(
            tx,
            () ->
                tx.sql()
                    .select(AUDIT_SUBJECT.CHILD_ID, AUDIT_EVENT.PURPOSE, AUDIT_EVENT.DETAIL)
                    .from(AUDIT_SUBJECT)
                    .join(AUDIT_EVENT)
                    .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
                    .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
                    .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
                    .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
                    .and(AUDIT_SUBJECT.CHILD_ID.in(children))
                    .and(
                        AUDIT_EVENT.ACTION.in(
                            Action.DISPOSE.name(), Action.CHANGE_COMPARTMENT.name()))
                    .and(AUDIT_EVENT.PURPOSE.in(Became.GONE.name(), Became.KEPT.name()))
                    .and(AUDIT_EVENT.DETAIL.isNotNull())
                    .fetch())
        .forEach(row -> {
          Matcher about = ABOUT.matcher(row.value3().data());
          if (about.find()) {
            found
                .computeIfAbsent(UUID.fromString(about.group(1)), _ -> new ArrayList<>())
                .add(
                    new Absent(
                        row.value1(),
                        RetentionKind.valueOf(about.group(2)),
                        Integer.parseInt(about.group(3)),
                        Became.valueOf(row.value2())));
          }
        });
    return found;
  }
}
