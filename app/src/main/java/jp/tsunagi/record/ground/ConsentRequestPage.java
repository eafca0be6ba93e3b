package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What was prepared: who would read what, and the three ways to a signature. Before it is sent
 * nobody outside sees it.
 *
 * @param history whether 前の版 may be read too
 * @param form address of the printed form; printing it sends the request
 * @param place the place outside the register that gets it on paper
 * @param portal which guardians can sign it in the portal, in one line; null when none has an
 *     account
 * @param sending where it is sent to the family; null once it was
 * @param decline where the family's no is written down; null where it is not
 * @param ending what stands on the button that ends it
 */
public record ConsentRequestPage(
    Identity child,
    String kind,
    String reference,
    String receivers,
    @Nullable String place,
    String givers,
    List<String> scope,
    boolean history,
    List<Readers.Line> readers,
    String form,
    String paper,
    @Nullable String portal,
    String guardians,
    @Nullable String sending,
    @Nullable String decline,
    String removal,
    String ending) {}
