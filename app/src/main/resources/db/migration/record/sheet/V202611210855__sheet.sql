-- A form filled in for a child: its parts are items of the spine, each revision with its own.
create table sheet (
  tenant_id integer not null,
  sheet_id uuid not null,
  child_id uuid not null,
  form_key text not null,
  form_version integer not null,
  organisation_id uuid,
  programme_id uuid,
  fiscal_year integer not null,
  term text not null default '',
  state text not null,
  revision integer not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint sheet_pk primary key (tenant_id, sheet_id),
  constraint sheet_state check (state in ('DRAFT', 'WITH_GUARDIAN', 'FINAL', 'DISCARDED')),
  constraint sheet_child foreign key (tenant_id, child_id) references child,
  constraint sheet_form foreign key (tenant_id, form_key, form_version) references form_version
);
create index sheet_by_child on sheet (tenant_id, child_id, form_key, fiscal_year);
create index sheet_by_organisation on sheet (tenant_id, organisation_id, form_key, fiscal_year);
create table sheet_part (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  section text not null,
  child_id uuid not null,
  item_id uuid not null,
  answers jsonb not null,
  hash bytea,
  given_by_kind text not null,
  given_by uuid not null,
  typed_by uuid,
  received_on date,
  changed_at timestamptz not null,
  lock_version integer not null,
  constraint sheet_part_pk primary key (tenant_id, sheet_id, revision, section),
  constraint sheet_part_sheet foreign key (tenant_id, sheet_id) references sheet,
  constraint sheet_part_item foreign key (tenant_id, child_id, item_id) references item
);
create index sheet_part_by_item on sheet_part (tenant_id, item_id);
-- Every change of a sheet's state: who, when, how, with which words.
create table sheet_step (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  ordinal integer not null,
  child_id uuid not null,
  step text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  means text,
  on_date date,
  note text,
  constraint sheet_step_pk primary key (tenant_id, sheet_id, revision, ordinal),
  constraint sheet_step_step check (step in ('STARTED', 'SENT_TO_GUARDIAN', 'CONFIRMED', 'DISAGREED', 'PULLED_BACK',
    'FINISHED', 'CORRECTION_STARTED', 'AMENDMENT_STARTED', 'DISCARDED')),
  constraint sheet_step_means check (means in ('PORTAL', 'PAPER', 'ORALLY')),
  constraint sheet_step_sheet foreign key (tenant_id, sheet_id) references sheet
);
create table sheet_writer (
  tenant_id integer not null,
  sheet_id uuid not null,
  child_id uuid not null,
  staff_id uuid not null,
  since timestamptz not null,
  constraint sheet_writer_pk primary key (tenant_id, sheet_id, staff_id),
  constraint sheet_writer_sheet foreign key (tenant_id, sheet_id) references sheet
);
call guard_by_child('sheet');
call guard_by_child('sheet_step');
call guard_by_child('sheet_writer');
call guard_child_data('sheet_part',
  'exists (select 1 from item i where i.tenant_id = sheet_part.tenant_id and i.child_id = sheet_part.child_id and i.item_id = sheet_part.item_id)',
  'exists (select 1 from item i where i.tenant_id = sheet_part.tenant_id and i.child_id = sheet_part.child_id and i.item_id = sheet_part.item_id)');
