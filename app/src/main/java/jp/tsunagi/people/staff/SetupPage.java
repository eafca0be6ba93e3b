package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;

/** The first visit of a fresh installation. */
public record SetupPage(List<FieldView> fields) {}
