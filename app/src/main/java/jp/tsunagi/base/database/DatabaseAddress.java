package jp.tsunagi.base.database;

/**
 * Where the database is and who may do what in it.
 *
 * @param ownerName owns the tables and migrates; never serves a request
 * @param applicationName serves requests; neither owner nor free of row level security
 */
public record DatabaseAddress(
    String url,
    String ownerName,
    String ownerPassword,
    String applicationName,
    String applicationPassword) {

  @Override
  public String toString() {
    return "DatabaseAddress[" + url + "]";
  }
}
