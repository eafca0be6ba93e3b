-- The version of the form a part was written on, once its sheet has been lifted to a later one;
-- until then the sheet's own says it. A final part keeps the version it became final on.
alter table sheet_part add column form_version integer;
alter table sheet_step drop constraint sheet_step_step;
alter table sheet_step add constraint sheet_step_step check (step in ('STARTED', 'SENT_TO_GUARDIAN', 'CONFIRMED',
  'DISAGREED', 'ASKED_TO_TALK', 'PULLED_BACK', 'FINISHED', 'CORRECTION_STARTED', 'AMENDMENT_STARTED', 'DISCARDED',
  'REVISION_DROPPED', 'RESTORED', 'LIFTED'));
-- Answers of a part that have no place in the later version: kept with the part and read as it is.
create table sheet_left_over (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  section text not null,
  form_version integer not null,
  child_id uuid not null,
  item_id uuid not null,
  answers jsonb not null,
  constraint sheet_left_over_pk primary key (tenant_id, sheet_id, revision, section, form_version),
  constraint sheet_left_over_part foreign key (tenant_id, sheet_id, revision, section) references sheet_part
);
call guard_child_data('sheet_left_over',
  'exists (select 1 from item i where i.tenant_id = sheet_left_over.tenant_id and i.child_id = sheet_left_over.child_id and i.item_id = sheet_left_over.item_id)',
  'exists (select 1 from item i where i.tenant_id = sheet_left_over.tenant_id and i.child_id = sheet_left_over.child_id and i.item_id = sheet_left_over.item_id)');
