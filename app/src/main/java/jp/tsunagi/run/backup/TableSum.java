package jp.tsunagi.run.backup;

/**
 * What a table came to, so that whoever reads the file knows that all of it is there.
 *
 * @param table with its schema
 * @param rows how many
 * @param sha256 over its bytes as they were copied, in hexadecimal
 */
public record TableSum(String table, long rows, String sha256) {}
