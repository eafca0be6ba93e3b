package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.run.ledger.LedgerCheckPage.SHOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.PagerView;

/**
 * Words of what came of looking at a ledger.
 *
 * @param staff of the hub, whom the ledger may name
 * @param from the first row of its kind that is shown
 */
record LedgerCheckView(
    UploadSql.Upload upload, Checked checked, StaffNames staff, Optional<Kind> asked, int from) {

  /** The kinds of rows, in the order of the tabs. */
  enum Kind {
    SOUND,
    ASKED,
    DECLINED,
    NEAR,
    BAD;

    static Optional<Kind> of(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
  }

  LedgerCheckPage page() {
    List<LedgerCheckPage.Row> rows = rows();
    int to = Math.min(rows.size(), from + SHOWN);
    return new LedgerCheckPage(
        upload.name(),
        Stream.of(Kind.SOUND, Kind.ASKED, Kind.DECLINED, Kind.BAD)
            .filter(kind -> kind != Kind.DECLINED || size(kind) > 0)
            .map(kind -> new LedgerCheckPage.Count(t("ledger.check." + kind), size(kind)))
            .toList(),
        t(
            "ledger.check.sum",
            checked.rows(),
            size(Kind.SOUND),
            size(Kind.ASKED),
            size(Kind.DECLINED),
            size(Kind.BAD)),
        notes(),
        Arrays.stream(Kind.values())
            .filter(kind -> size(kind) > 0 || kind == kind())
            .map(this::tab)
            .toList(),
        t("ledger.check.hint." + kind()),
        heads(),
        from < to ? rows.subList(from, to) : List.of(),
        pager(rows.size(), to),
        url(),
        size(Kind.BAD) > 0 ? url() + "/errors" : null,
        size(Kind.SOUND) + size(Kind.ASKED) > 0
            ? t("ledger.take", size(Kind.SOUND), size(Kind.ASKED))
            : null);
  }

  /** What is shown: what was asked for, else what has to be put right, else what comes in. */
  private Kind kind() {
    return asked.orElseGet(() ->
        Stream.of(Kind.BAD, Kind.SOUND, Kind.ASKED, Kind.DECLINED)
            .filter(kind -> size(kind) > 0)
            .findFirst()
            .orElse(Kind.SOUND));
  }

  private int size(Kind kind) {
    return switch (kind) {
      case SOUND -> checked.sound().size();
      case ASKED -> checked.asked().size();
      case DECLINED -> checked.declined().size();
      case NEAR -> checked.near().size();
      case BAD -> checked.bad().size();
    };
  }

  private String url() {
    return "/import/children/" + upload.id();
  }

  private Link tab(Kind kind) {
    return new Link(
        url() + "?show=" + kind,
        t("ledger.families.tab", t("ledger.check." + kind), size(kind)),
        kind == kind());
  }

  private PagerView pager(int all, int to) {
    String page = url() + "?show=" + kind() + "&from=";
    return new PagerView(
        from == 0 ? null : page + Math.max(0, from - SHOWN),
        to < all ? page + to : null,
        all > SHOWN ? t("ledger.families.size", all, from + 1, to) : null);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!checked.sheet().leftOut().isEmpty()) {
      notes.add(t("ledger.check.leftout", list(checked.sheet().leftOut())));
    }
    if (!checked.sheet().absent().isEmpty()) {
      notes.add(
          t(
              "ledger.check.absent",
              list(
                  checked.sheet().absent().stream()
                      .map(column -> t("ledger.column." + column))
                      .toList())));
    }
    List<String> nobody =
        checked.sound().stream()
            .flatMap(row -> row.staff().stream())
            .distinct()
            .filter(name -> staff.find(name).isEmpty())
            .toList();
    if (!nobody.isEmpty()) {
      notes.add(t("ledger.check.nobody", list(nobody)));
    }
    List<String> programmes =
        checked.sound().stream().flatMap(row -> row.programmes().stream()).distinct().toList();
    if (!programmes.isEmpty()) {
      notes.add(t("ledger.check.programmes", list(programmes)));
    }
    return notes;
  }

  private static String list(List<String> words) {
    return String.join(t("ledger.comma"), words);
  }

  private List<String> heads() {
    return switch (kind()) {
      case SOUND ->
          List.of(
              t("ledger.column.BIRTH"),
              t("ledger.column.GUARDIAN"),
              t("ledger.column.PROGRAMME"),
              t("ledger.column.STAFF"),
              t("ledger.column.CONSENT_DAY"));
      case ASKED, DECLINED -> List.of(t("ledger.column.BIRTH"), t("ledger.column.GUARDIAN"));
      case NEAR ->
          List.of(t("ledger.column.BIRTH"), t("ledger.column.GUARDIAN"), t("ledger.check.like"));
      case BAD -> List.of(t("ledger.why"));
    };
  }

  private List<LedgerCheckPage.Row> rows() {
    return switch (kind()) {
      case SOUND -> checked.sound().stream().map(LedgerCheckView::sound).toList();
      case ASKED -> checked.asked().stream().map(row -> row(row, List.of(), null)).toList();
      case DECLINED -> checked.declined().stream().map(row -> row(row, List.of(), null)).toList();
      case NEAR -> checked.near().stream().map(LedgerCheckView::near).toList();
      case BAD -> checked.bad().stream().map(LedgerCheckView::bad).toList();
    };
  }

  private static LedgerCheckPage.Row sound(Taken row) {
    return row(
        row,
        List.of(
            list(row.programmes()),
            row.staff().orElse(""),
            row.consent().map(it -> FamiliesView.day(it.day())).orElse("")),
        null);
  }

  private static LedgerCheckPage.Row near(Checked.Near near) {
    return row(
        near.row(),
        List.of(),
        new Link(
            "/children/" + near.child().id(),
            t(
                "ledger.check.child",
                near.child().line(),
                FamiliesView.day(near.child().birthDate()))));
  }

  private static LedgerCheckPage.Row row(
      Taken row, List<String> more, @org.jspecify.annotations.Nullable Link child) {
    return new LedgerCheckPage.Row(
        row.number(),
        row.name().written(),
        Stream.concat(
                Stream.of(DateWords.plain(row.birth()).in(language()), row.guardian().name()),
                more.stream())
            .toList(),
        false,
        child);
  }

  private static LedgerCheckPage.Row bad(RowRule.Outcome.Bad bad) {
    Link child =
        bad.faults().stream()
            .filter(Fault.OnRecord.class::isInstance)
            .map(fault -> ((Fault.OnRecord) fault).child())
            .map(id -> new Link("/children/" + id, t("ledger.check.open")))
            .findFirst()
            .orElse(null);
    return new LedgerCheckPage.Row(
        bad.line().number(),
        bad.line().text(Column.NAME),
        List.of(LedgerView.why(bad)),
        true,
        child);
  }
}
