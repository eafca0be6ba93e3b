package jp.tsunagi.people.staff;

/** The code printed at the terminal of a fresh installation; whoever has it may set it up. */
public record SetupCode(String value) {}
