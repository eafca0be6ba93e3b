package jp.tsunagi.base.ui;

/** The drawn signs, 16 × 16, in the colour of the text. They help words and never stand alone. */
public enum Icon {
  /** Nothing yet: an empty ring. */
  NOT_STARTED(ring("")),
  /** Half a ring. */
  DRAFT(ring("<path d=\"M8 2a6 6 0 0 0 0 12z\" fill=\"currentColor\"/>")),
  RETURNED(line("M6.5 2.5 2.5 6.5l4 4M2.5 6.5H10a3.75 3.75 0 0 1 0 7.5H6", "1.75")),
  IN_APPROVAL(
      line("M8 1.5 14.5 8 8 14.5 1.5 8z", "1.75")
          + "<path d=\"M8 5.5 10.5 8 8 10.5 5.5 8z\" fill=\"currentColor\"/>"),
  WITH_GUARDIAN(line("M2.5 7.25 8 2.25l5.5 5v6.25h-11z", "1.75")),
  /** In use inside, not yet shared: a ring with a dot. */
  IN_USE(ring("<circle cx=\"8\" cy=\"8\" r=\"2.5\" fill=\"currentColor\"/>")),
  FINAL(
      "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"currentColor\"/>"
          + "<path d=\"m4.75 8.25 2.25 2.25 4.25-4.75\" fill=\"none\" stroke=\"#fff\""
          + " stroke-width=\"1.75\"/>"),
  ENDED(line("M3 8h10", "2")),
  CHECK(line("m2.5 8.5 3.5 3.5 7.5-8", "2")),
  WAITING(line("M8 2a6 6 0 1 1-6 6", "2")),
  WARNING(line("M8 1.5 15 14.25H1z", "1.5") + line("M8 6v4M8 11.25v1.5", "1.75")),
  ADD(line("M8 2v12M2 8h12", "2.25")),
  REMOVE(line("m3.5 3.5 9 9M12.5 3.5l-9 9", "1.75")),
  ONWARD(line("M2 8h10M8.5 3.5 13 8l-4.5 4.5", "2")),
  BACK(line("M14 8H4M7.5 3.5 3 8l4.5 4.5", "2")),
  EXCHANGE(line("M2 5.5h11M10 2.5l3 3-3 3M14 11H3M6 8l-3 3 3 3", "1.75")),
  MORE(line("m3.5 6 4.5 4.5L12.5 6", "1.75")),
  SEARCH(line("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.25 10.25 14 14", "1.75")),
  PRINT(line("M4.5 5.5V2h7v3.5M4.5 11.5H2v-6h12v6h-2.5M4.5 9.5h7V14h-7z", "1.5")),
  SAVE_FILE(line("M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11", "1.75")),
  WRITE(line("m3 13 .75-3.25 7-7 2.5 2.5-7 7z", "1.5")),
  CONSENT(line("M3.5 1.5h9v13h-9zM6 5h4M6 8h2", "1.5") + line("m6.5 11 1.25 1.25L10 9.75", "1.5")),
  PERSON(line("M8 2a2.75 2.75 0 1 0 0 5.5A2.75 2.75 0 0 0 8 2zM2.5 14a5.5 5.5 0 0 1 11 0", "1.5"));

  private final String drawing;

  Icon(String drawing) {
    this.drawing = drawing;
  }

  /** What stands inside the svg element. */
  public String drawing() {
    return drawing;
  }

  private static String line(String path, String width) {
    return "<path d=\""
        + path
        + "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\""
        + width
        + "\" stroke-linejoin=\"round\"/>";
  }

  private static String ring(String inside) {
    return "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\""
        + " stroke-width=\"1.75\"/>"
        + inside;
  }
}
