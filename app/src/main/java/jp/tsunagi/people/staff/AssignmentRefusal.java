package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;

/** Why a post is not given or ended as typed; each belongs to one field. */
sealed interface AssignmentRefusal {
  String field();

  String words();

  /** Nothing was chosen or typed. */
  record Missing(String field) implements AssignmentRefusal {
    @Override
    public String words() {
      return t("staff.assignment.refused.missing." + field);
    }
  }

  /** There is no such post at that kind of place, or no such class. */
  record NotOffered(String field) implements AssignmentRefusal {
    @Override
    public String words() {
      return t("staff.assignment.refused.offered");
    }
  }

  /** No day, or several it could be. */
  record NotADay(String field, DateReading reading) implements AssignmentRefusal {
    @Override
    public String words() {
      return new StaffRefusal.NotADay(field, reading).words();
    }
  }

  /** The last day comes before the first. */
  record EndsBeforeBegin() implements AssignmentRefusal {
    @Override
    public String field() {
      return "lastDay";
    }

    @Override
    public String words() {
      return t("staff.assignment.refused.order");
    }
  }

  /** A class lives one fiscal year; the assignment must lie within it. */
  record OutsideClassYear(String year) implements AssignmentRefusal {
    @Override
    public String field() {
      return "schoolClass";
    }

    @Override
    public String words() {
      return t("staff.assignment.refused.year", year);
    }
  }

  /** The person holds this post, with this class, on some of these days already. */
  record HeldAlready(LocalDate since) implements AssignmentRefusal {
    @Override
    public String field() {
      return "post";
    }

    @Override
    public String words() {
      return t("staff.assignment.refused.held", DateWords.full(since).in(language()));
    }
  }

  /** Nobody gives posts to oneself: the administrator sees no child by an own decision. */
  record Yourself() implements AssignmentRefusal {
    @Override
    public String field() {
      return "post";
    }

    @Override
    public String words() {
      return t("staff.assignment.refused.yourself");
    }
  }

  /** It ends earlier already; a later end is a new assignment. */
  record EndsEarlier(LocalDate lastDay) implements AssignmentRefusal {
    @Override
    public String field() {
      return "lastDay";
    }

    @Override
    public String words() {
      return t("staff.assignment.refused.earlier", DateWords.full(lastDay).in(language()));
    }
  }

  /** Nobody would be left who can administer. */
  record LastAdministrator() implements AssignmentRefusal {
    @Override
    public String field() {
      return "lastDay";
    }

    @Override
    public String words() {
      return t("staff.refused.last");
    }
  }
}
