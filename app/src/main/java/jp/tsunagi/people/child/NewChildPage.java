package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * First the match: who is it, and is it known already?
 *
 * @param refusal why this person may not do it, or not any more today
 * @param open whether there is anything to fill in for this person
 * @param usual family and given name with their readings
 * @param carried fields of the form behind this one, where they are known already
 * @param purposes what a hub matches for; empty for everybody else
 */
public record NewChildPage(
    @Nullable RefusalView refusal,
    boolean open,
    List<FieldView> usual,
    List<Option> single,
    DayField birth,
    FieldView purpose,
    List<Option> purposes,
    List<FieldView> wrong,
    List<Link> carried) {}
