package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

/** Why an organisation as typed is not taken; each belongs to one field. */
sealed interface OrganisationRefusal {
  String field();

  /** What the reader sees below the field. */
  String words();

  /** Nothing stands where something must. */
  record Missing(String field) implements OrganisationRefusal {
    @Override
    public String words() {
      return t("organisation.refused.missing." + field);
    }
  }

  /** Longer than any name, district or number is. */
  record TooLong(String field, int most) implements OrganisationRefusal {
    @Override
    public String words() {
      return t("organisation.refused.long", most);
    }
  }

  /** The reading holds something that is not kana. */
  record NotAReading() implements OrganisationRefusal {
    @Override
    public String field() {
      return "kana";
    }

    @Override
    public String words() {
      return t("organisation.refused.kana");
    }
  }

  /** Not one of the answers offered. */
  record NotOffered(String field) implements OrganisationRefusal {
    @Override
    public String words() {
      return t("organisation.refused.offered");
    }
  }

  /** Not a phone number. */
  record NotAPhone() implements OrganisationRefusal {
    @Override
    public String field() {
      return "phone";
    }

    @Override
    public String words() {
      return t("organisation.refused.phone");
    }
  }

  /** Another organisation has this name already; two of one name cannot be told apart. */
  record NameTaken(String name) implements OrganisationRefusal {
    @Override
    public String field() {
      return "name";
    }

    @Override
    public String words() {
      return t("organisation.refused.taken", name);
    }
  }
}
