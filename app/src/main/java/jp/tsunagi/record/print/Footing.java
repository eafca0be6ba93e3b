package jp.tsunagi.record.print;

/**
 * What stands at the foot of every page: a paper found on a desk says who took it out, when, and
 * under which number the record knows it.
 *
 * @param number 通番, the 発行番号
 * @param by name and organisation of who took it out
 * @param at day and time in Japan
 */
public record Footing(String number, String by, String at) {}
