package jp.tsunagi.work.programme;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;

/**
 * One participant in one year: who is in charge, and the end.
 *
 * @param ended it ends before the year does; that can be taken back
 */
public record ParticipantPage(
    String url,
    String back,
    String programme,
    int fiscalYear,
    NameView name,
    String plainName,
    String period,
    boolean ended,
    FieldView charge,
    List<Option> workers,
    FieldView last) {}
