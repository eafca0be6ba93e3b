-- The facts of the child as shown on the day a part became final; read as the part is.
alter table sheet_part add column facts jsonb;
-- Which guardian answered, when staff note it down from paper or a talk.
alter table sheet_step add column guardian_id uuid;
alter table sheet_step drop constraint sheet_step_step;
alter table sheet_step add constraint sheet_step_step check (step in ('STARTED', 'SENT_TO_GUARDIAN', 'CONFIRMED',
  'DISAGREED', 'ASKED_TO_TALK', 'PULLED_BACK', 'FINISHED', 'CORRECTION_STARTED', 'AMENDMENT_STARTED', 'DISCARDED',
  'REVISION_DROPPED', 'RESTORED'));
-- Who wrote which field when, and what stood there before: from this a page that was opened earlier
-- finds the text both writers started from, and every field can say who gave it.
create table sheet_edit (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  section text not null,
  lock_version integer not null,
  address text not null,
  child_id uuid not null,
  item_id uuid not null,
  was jsonb not null,
  page uuid not null,
  by_kind text not null,
  by_id uuid not null,
  at timestamptz not null,
  constraint sheet_edit_pk primary key (tenant_id, sheet_id, revision, section, lock_version, address),
  constraint sheet_edit_by check (by_kind in ('STAFF', 'GUARDIAN')),
  constraint sheet_edit_part foreign key (tenant_id, sheet_id, revision, section) references sheet_part
);
call guard_child_data('sheet_edit',
  'exists (select 1 from item i where i.tenant_id = sheet_edit.tenant_id and i.child_id = sheet_edit.child_id and i.item_id = sheet_edit.item_id)',
  'exists (select 1 from item i where i.tenant_id = sheet_edit.tenant_id and i.child_id = sheet_edit.child_id and i.item_id = sheet_edit.item_id)');
