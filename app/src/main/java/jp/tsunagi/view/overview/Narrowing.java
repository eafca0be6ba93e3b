package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.Cohort;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How a hub's list is narrowed and ordered, and from where on it is shown. All of it stands in the
 * address, so that one comes back to it; what was typed stands there covered.
 *
 * @param state one of {@link WorkList#states}
 * @param words a name, a reading or a birth date
 */
record Narrowing(
    @Nullable Age age,
    @Nullable ProgrammeId programme,
    @Nullable InCharge inCharge,
    @Nullable String state,
    Words words,
    Order order,
    @Nullable Cursor after) {
  static final Narrowing ALL = new Narrowing(null, null, null, null, Words.NONE, Order.USUAL, null);

  /** The last line of the page before. */
  record Cursor(ChildId child, UUID key) {}

  /** Who is in charge; null where nobody is. */
  record InCharge(@Nullable StaffId staff) {
    /** The word for nobody in an address. */
    static final String NOBODY = "nobody";

    String value() {
      return staff == null ? NOBODY : staff.toString();
    }
  }

  /**
   * What was typed to find somebody.
   *
   * @param covered as it stands in the address
   */
  record Words(String plain, String covered) {
    static final Words NONE = new Words("", "");

    /** As much of it as a search looks for. */
    static String few(String typed) {
      return SearchQuery.taken(typed.replaceAll("\\R", " ").strip());
    }
  }

  /** The columns a list is ordered by. */
  enum Column {
    KANA,
    BIRTH,
    DETAIL,
    INCHARGE,
    SINCE
  }

  /** The order of the lines. */
  record Order(Column column, boolean down) {
    static final Order USUAL = new Order(Column.KANA, false);

    /** What a press on the head of a column leads to: it, and once more the other way round. */
    Order pressed(Column head) {
      return new Order(head, head == column && !down);
    }

    /** By a column the list has; else the usual one. */
    private static Order of(WorkList list, String word) {
      boolean down = word.startsWith("-");
      Column column = Wording.chosen(down ? word.substring(1) : word, Column.KANA);
      return WorkListColumns.orders(list).contains(column) ? new Order(column, down) : USUAL;
    }

    String value() {
      return (down ? "-" : "") + column.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Ages a reader filters by. */
  enum Age {
    PRESCHOOL(-20, 0),
    PRIMARY(1, 6),
    LOWER(7, 9),
    UPPER(10, 40);

    private final int lowest;
    private final int highest;

    Age(int lowest, int highest) {
      this.lowest = lowest;
      this.highest = highest;
    }

    /** The birth dates, by the school year of the birth date. */
    Period births(LocalDate today) {
      return Narrowing.births(lowest, highest, today);
    }
  }

  /** Birth dates of the levels (1–12 school, 0 the year before) in today's fiscal year. */
  static Period births(int lowest, int highest, LocalDate today) {
    int year = FiscalYear.of(today).year();
    LocalDate from = new Cohort(year - 6 - highest).births().from();
    return new Period(from, new Cohort(year - 6 - lowest).births().to());
  }

  /** What an address asks for; a word that is none of ours asks for nothing. */
  static Narrowing of(WorkList list, Typed asked, Words words) {
    return new Narrowing(
        asked.given("age").flatMap(Narrowing::age).orElse(null),
        asked.given("programme").flatMap(Narrowing::uuid).map(ProgrammeId::new).orElse(null),
        asked.given("incharge").flatMap(Narrowing::inCharge).orElse(null),
        asked
            .given("state")
            .map(word -> word.toUpperCase(Locale.ROOT))
            .filter(list.states()::contains)
            .orElse(null),
        words,
        asked.given("sort").map(word -> Order.of(list, word)).orElse(Order.USUAL),
        asked.given("after").flatMap(Narrowing::cursor).orElse(null));
  }

  private static Optional<Age> age(String word) {
    return Arrays.stream(Age.values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }

  private static Optional<InCharge> inCharge(String word) {
    return word.equals(InCharge.NOBODY)
        ? Optional.of(new InCharge(null))
        : uuid(word).map(id -> new InCharge(new StaffId(id)));
  }

  private static Optional<Cursor> cursor(String text) {
    String[] ids = text.split("_", -1);
    return ids.length == 2
        ? uuid(ids[0])
            .flatMap(child -> uuid(ids[1]).map(key -> new Cursor(new ChildId(child), key)))
        : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** Whether some lines are left out. */
  boolean narrows() {
    return age != null
        || programme != null
        || inCharge != null
        || state != null
        || !words.plain().isEmpty();
  }

  Narrowing ordered(Order wanted) {
    return new Narrowing(age, programme, inCharge, state, words, wanted, null);
  }

  Narrowing state(String wanted) {
    return new Narrowing(age, programme, inCharge, wanted, words, order, null);
  }

  Narrowing from(@Nullable Cursor last) {
    return new Narrowing(age, programme, inCharge, state, words, order, last);
  }

  /** The same without what narrows it. */
  Narrowing whole() {
    return ALL.ordered(order);
  }

  /** The address of the list as it is asked for. */
  String url(WorkList list) {
    List<String> query = new ArrayList<>();
    chosen().forEach(one -> query.add(one.url() + "=" + one.text()));
    if (after != null) {
      query.add("after=" + after.child() + "_" + after.key());
    }
    return list.url() + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** Names and values, for an address or a form. */
  List<Link> chosen() {
    List<Link> chosen = new ArrayList<>();
    if (age != null) {
      chosen.add(new Link("age", age.name().toLowerCase(Locale.ROOT)));
    }
    if (programme != null) {
      chosen.add(new Link("programme", programme.toString()));
    }
    if (inCharge != null) {
      chosen.add(new Link("incharge", inCharge.value()));
    }
    if (state != null) {
      chosen.add(new Link("state", state.toLowerCase(Locale.ROOT)));
    }
    if (!words.plain().isEmpty()) {
      chosen.add(new Link("for", words.covered()));
    }
    if (!order.equals(Order.USUAL)) {
      chosen.add(new Link("sort", order.value()));
    }
    return chosen;
  }
}
