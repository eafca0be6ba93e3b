package jp.tsunagi.people.child;

import java.util.Optional;

/**
 * The guardian whom a child comes with.
 *
 * @param decides whether this guardian decides for the child
 */
public record FirstGuardian(
    String name,
    String kana,
    Relation relation,
    Optional<String> phone,
    Optional<String> callNote,
    boolean decides) {}
