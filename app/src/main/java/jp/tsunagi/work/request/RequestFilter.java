package jp.tsunagi.work.request;

import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.ConsentId;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * What of the list is looked at, and in which order.
 *
 * @param after the last one of the page before; empty on the first page
 */
record RequestFilter(Side side, Show show, Sort sort, Optional<ConsentId> after) {
  static final int PAGE = 50;

  /** Which of them. */
  enum Show {
    /** 答えを待っている. */
    OPEN,
    /** 読める. */
    READABLE,
    /** 終わった. */
    OVER,
    ALL
  }

  /** In which order. */
  enum Sort {
    /** The latest first. */
    NEW,
    /** What is needed soonest first. */
    DUE;

    List<OrderField<?>> order() {
      return this == NEW
          ? List.of(PLAN_REQUEST.ASKED_AT.desc(), PLAN_REQUEST.CONSENT_ID.desc())
          : List.of(PLAN_REQUEST.NEEDED_BY, PLAN_REQUEST.CONSENT_ID);
    }

    List<Object> key(PlanRequest row) {
      return this == NEW
          ? List.of(row.askedAt().atOffset(ZoneOffset.UTC), row.id())
          : List.of(row.neededBy(), row.id());
    }
  }

  /**
   * A page of rows.
   *
   * @param after the values by which it is ordered, of the row before; empty on the first page
   */
  record Page(List<OrderField<?>> order, List<Object> after, int most) {
    /** All there is of one child. */
    static Page whole() {
      return new Page(Sort.NEW.order(), List.of(), Integer.MAX_VALUE);
    }
  }

  /** Reads the address; whatever it does not know is as at first. */
  static RequestFilter of(Map<String, String> asked, Side usual) {
    return new RequestFilter(
        chosen(asked.get("side"), usual),
        chosen(asked.get("show"), Show.OPEN),
        chosen(asked.get("sort"), Sort.NEW),
        id(asked.getOrDefault("after", "")));
  }

  private static <E extends Enum<E>> E chosen(@Nullable String asked, E fallback) {
    return Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(fallback);
  }

  private static Optional<ConsentId> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(ConsentId.of(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  Condition condition(LocalDate today) {
    return switch (show) {
      case OPEN -> open(today);
      case READABLE -> readable(today);
      case OVER -> not(open(today).or(readable(today)));
      case ALL -> trueCondition();
    };
  }

  /** To whoever asked it waits until its day, whoever has answered by then. */
  private Condition open(LocalDate today) {
    Condition withFamily =
        PLAN_REQUEST
            .STATE
            .in(RequestState.AGREED.name(), RequestState.CONFIRMING.name())
            .and(
                (side == Side.ASKING ? PLAN_REQUEST.NEEDED_BY : PLAN_REQUEST.READABLE_UNTIL)
                    .ge(today));
    return asked(today).or(withFamily);
  }

  /** Waits for the place that is asked. */
  static Condition asked(LocalDate today) {
    return PLAN_REQUEST.STATE.eq(RequestState.ASKED.name()).and(PLAN_REQUEST.NEEDED_BY.ge(today));
  }

  private static Condition readable(LocalDate today) {
    return PLAN_REQUEST
        .STATE
        .eq(RequestState.READABLE.name())
        .and(PLAN_REQUEST.READABLE_TO.isNull().or(PLAN_REQUEST.READABLE_TO.gt(today)));
  }

  /** One page, and one row more, to know whether another follows. */
  Page page(Optional<PlanRequest> before) {
    return new Page(sort.order(), before.map(sort::key).orElse(List.of()), PAGE + 1);
  }

  /** All of it in this order, for a file. */
  Page whole() {
    return new Page(sort.order(), List.of(), Integer.MAX_VALUE);
  }

  /** The same list with one thing changed, from its first page. */
  String url(Side otherSide, Show otherShow, Sort otherSort) {
    return "/requests?side=" + otherSide + "&show=" + otherShow + "&sort=" + otherSort;
  }

  String url() {
    return url(side, show, sort);
  }

  /** The page after that row. */
  String next(PlanRequest last) {
    return url() + "&after=" + last.id();
  }
}
