-- 記録の移しかえ: a sheet that was written on the wrong child went to the right one.
alter table sheet_step drop constraint sheet_step_step;
alter table sheet_step add constraint sheet_step_step check (step in ('STARTED', 'SENT_TO_GUARDIAN', 'CONFIRMED',
  'DISAGREED', 'ASKED_TO_TALK', 'PULLED_BACK', 'FINISHED', 'CORRECTION_STARTED', 'AMENDMENT_STARTED', 'DISCARDED',
  'REVISION_DROPPED', 'RESTORED', 'LIFTED', 'RELOCATED', 'RELOCATED_OPEN'));
