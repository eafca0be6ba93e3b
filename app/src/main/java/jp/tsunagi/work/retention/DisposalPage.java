package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/** 廃棄の承認: one disposal, and deciding it. */
public record DisposalPage(
    DisposalsPage.Entry entry,
    String url,
    FieldView verdict,
    List<Option> verdicts,
    FieldView word,
    List<FieldView> wrong) {}
