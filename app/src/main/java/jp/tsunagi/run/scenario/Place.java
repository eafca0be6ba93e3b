package jp.tsunagi.run.scenario;

/** Where something stands in a scenario: file name and line, the first line being 1. */
record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
