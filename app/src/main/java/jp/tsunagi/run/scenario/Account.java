package jp.tsunagi.run.scenario;

import org.jspecify.annotations.Nullable;

/**
 * One login the demonstration prints, for one role.
 *
 * @param role the words printed beside it
 * @param staff a staff key, or none for a guardian
 * @param guardian {@code child/guardian}, or none for staff
 */
record Account(String role, @Nullable String staff, @Nullable String guardian, Place place) {}
