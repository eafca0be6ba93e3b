package jp.tsunagi.people.staff;

/**
 * A municipality and as what one comes in there, as a page offers it.
 *
 * @param mark letters from which nobody learns who; the form sends them
 * @param role the posts of staff, or that it is as family
 * @param name as the person is called there
 */
public record Choice(String mark, String municipality, String role, String name) {}
