package jp.tsunagi.record.ground;

import jp.tsunagi.base.ui.FieldView;

/** A form came back: which one is it. */
public record ConsentReferencePage(FieldView reference, FieldView scan) {}
