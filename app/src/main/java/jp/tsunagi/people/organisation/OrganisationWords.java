package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;

/** How the facts of an organisation are said. */
public final class OrganisationWords {
  private OrganisationWords() {}

  public static String kind(OrganisationKind kind) {
    return t("organisation.kind." + kind);
  }

  static String tier(Organisation one) {
    return one.tier().map(tier -> t("organisation.tier." + tier)).orElse("");
  }

  static String sector(Sector sector) {
    return t("organisation.sector." + sector);
  }

  static String connection(Connection stage) {
    return t("organisation.connection." + stage);
  }

  static StatusView status(Connection stage) {
    Icon icon =
        switch (stage) {
          case PAPER -> Icon.NOT_STARTED;
          case READ -> Icon.DRAFT;
          case READ_WRITE -> Icon.FINAL;
        };
    return new StatusView(icon, connection(stage), null, false);
  }
}
