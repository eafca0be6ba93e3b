package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.NameView;

/** Children who were put on record and may be known already: for the hubs. */
public record DoublesPage(List<Row> rows) {
  /** Two who may be one. */
  public record Row(Side newer, Side older, String why, String found, String settle) {}

  /** One of the two, and whom to ask about it. */
  public record Side(NameView name, String facts, String ask) {}
}
