package jp.tsunagi.people.staff;

/**
 * The form of a slip was sent once more: the password is not shown again.
 *
 * @param staffUrl the page of the person
 */
public record StaffHandedPage(String staffUrl, String name) {}
