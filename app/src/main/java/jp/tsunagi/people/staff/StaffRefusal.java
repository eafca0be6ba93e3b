package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;

/** Why a staff member as typed is not taken; each belongs to one field. */
sealed interface StaffRefusal {
  String field();

  /** What the reader sees below the field. */
  String words();

  /** Nothing stands where something must. */
  record Missing(String field) implements StaffRefusal {
    @Override
    public String words() {
      return t("staff.refused.missing." + field);
    }
  }

  /** Longer than names are. */
  record TooLong(String field, int most) implements StaffRefusal {
    @Override
    public String words() {
      return t("staff.refused.long", most);
    }
  }

  /** The reading holds something that is not kana. */
  record NotAReading() implements StaffRefusal {
    @Override
    public String field() {
      return "kana";
    }

    @Override
    public String words() {
      return t("staff.refused.kana");
    }
  }

  /** A login that cannot be typed on every keyboard. */
  record NotALogin() implements StaffRefusal {
    @Override
    public String field() {
      return "login";
    }

    @Override
    public String words() {
      return t("staff.refused.login");
    }
  }

  /** Somebody else signs in with it. */
  record LoginTaken(String login) implements StaffRefusal {
    @Override
    public String field() {
      return "login";
    }

    @Override
    public String words() {
      return t("staff.refused.taken", login);
    }
  }

  /** The password breaks a rule of {@link Password}. */
  record WeakPassword(String key) implements StaffRefusal {
    @Override
    public String field() {
      return "password";
    }

    @Override
    public String words() {
      return t(key, Password.LEAST);
    }
  }

  /** No day, or several it could be. */
  record NotADay(String field, DateReading reading) implements StaffRefusal {
    @Override
    public String words() {
      return switch (reading) {
        case DateReading.NotADate(var why) -> why.words().in(language());
        case DateReading.Ambiguous(var days, var question) ->
            question.words().in(language())
                + " "
                + days.stream()
                    .map(day -> DateWords.full(day).in(language()))
                    .collect(Collectors.joining(t("staff.or")));
        case DateReading.ReadMonth _ -> t("staff.refused.month");
        case DateReading.Read _ -> t("staff.refused.month");
      };
    }
  }

  /** A pledge is on file once it is there, not before. */
  record PledgeAhead(LocalDate day) implements StaffRefusal {
    @Override
    public String field() {
      return "pledge";
    }

    @Override
    public String words() {
      return t("staff.refused.ahead");
    }
  }

  /** Nobody would be left who can administer. */
  record LastAdministrator(String field) implements StaffRefusal {
    @Override
    public String words() {
      return t("staff.refused.last");
    }
  }

  /** The account is used elsewhere too: another municipality, or the person as a guardian. */
  record SharedAccount() implements StaffRefusal {
    @Override
    public String field() {
      return "password";
    }

    @Override
    public String words() {
      return t("staff.refused.shared");
    }
  }

  /** One's own password is changed by showing the old one. */
  record Yours() implements StaffRefusal {
    @Override
    public String field() {
      return "password";
    }

    @Override
    public String words() {
      return t("staff.refused.yours");
    }
  }
}
