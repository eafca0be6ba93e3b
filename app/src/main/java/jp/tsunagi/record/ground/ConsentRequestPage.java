package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What was prepared: who would read what, and the three ways to a signature.
 *
 * @param form address of the printed form
 * @param place the place outside the register that gets it on paper
 * @param portal which guardians can sign it in the portal, in one line; null when none has an
 *     account
 */
public record ConsentRequestPage(
    Identity child,
    String kind,
    String reference,
    String receivers,
    @Nullable String place,
    String givers,
    List<String> scope,
    List<Readers.Line> readers,
    String form,
    String paper,
    @Nullable String portal,
    String guardians,
    String removal) {}
