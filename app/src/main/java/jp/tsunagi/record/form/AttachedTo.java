package jp.tsunagi.record.form;

/** What a sheet of the form belongs to, beside the child. */
public enum AttachedTo {
  /** The child alone. */
  CHILD,
  /** 支援事業: the child's taking part in a programme. */
  PROGRAMME,
  /** 在籍: the child's enrolment at a 園 or school. */
  ENROLMENT,
  /** 関わり: an organisation that has to do with the child, be it 園, school, hub or service. */
  INVOLVEMENT,
  /** 引継ぎ: one handover from one organisation to the next. */
  HANDOVER
}
