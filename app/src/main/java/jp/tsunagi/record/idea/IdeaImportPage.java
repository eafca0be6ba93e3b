package jp.tsunagi.record.idea;

import jp.tsunagi.base.ui.FieldView;

/** Where a file of examples is handed in. */
public record IdeaImportPage(FieldView file) {}
