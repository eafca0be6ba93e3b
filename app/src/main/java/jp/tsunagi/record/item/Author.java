package jp.tsunagi.record.item;

import java.util.UUID;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;

/** Who said it, whoever typed it. */
public sealed interface Author {
  UUID id();

  String kind();

  /** An organisation, by its staff. */
  record Organisation(OrganisationId organisation) implements Author {
    @Override
    public UUID id() {
      return organisation.value();
    }

    @Override
    public String kind() {
      return "ORGANISATION";
    }
  }

  /** A guardian. */
  record Guardian(GuardianId guardian) implements Author {
    @Override
    public UUID id() {
      return guardian.value();
    }

    @Override
    public String kind() {
      return "GUARDIAN";
    }
  }

  /** The author a row names. */
  static Author of(String kind, UUID id) {
    return switch (kind) {
      case "ORGANISATION" -> new Organisation(new OrganisationId(id));
      case "GUARDIAN" -> new Guardian(new GuardianId(id));
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
