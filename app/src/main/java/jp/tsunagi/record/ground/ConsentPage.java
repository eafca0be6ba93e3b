package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One consent, whole.
 *
 * @param copies signed papers that came back later, one line each
 * @param copy where such a paper is put on file, or null
 */
public record ConsentPage(
    Identity child,
    String kind,
    StatusView status,
    String given,
    String purpose,
    String givers,
    String receivers,
    List<String> scope,
    boolean history,
    String period,
    @Nullable String paperPlace,
    List<Link> scans,
    List<String> copies,
    @Nullable String withdrawn,
    String why,
    @Nullable String withdrawal,
    @Nullable String confirmation,
    @Nullable String copy,
    @Nullable String handover) {}
