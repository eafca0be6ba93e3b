-- 同意によらない共有: what a law opens to an organisation, for a time, when a second person has approved it.
create table legal_ground (
  tenant_id integer not null,
  ground_id uuid not null,
  child_id uuid not null,
  law text not null,
  article text not null,
  receiver_id uuid not null,
  from_id uuid,
  with_history boolean not null,
  note text not null,
  last_day date not null,
  guardian_sees boolean not null,
  guardian_note text,
  asked_by uuid not null,
  asked_for uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  decision_note text,
  valid_from date,
  ended_by uuid,
  ended_at timestamptz,
  ended_on date,
  ended_note text,
  constraint legal_ground_pk primary key (tenant_id, ground_id),
  constraint legal_ground_law check (law in ('ABUSE_PREVENTION', 'COUNCIL', 'PRIVACY', 'SUBMISSION', 'OTHER')),
  constraint legal_ground_two check (decided_by is null or decided_by <> asked_by),
  constraint legal_ground_decided check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
  constraint legal_ground_holds check ((valid_from is not null) = (approved is not null and approved)),
  constraint legal_ground_ended check ((ended_by is null) = (ended_at is null) and (ended_at is null) = (ended_on is null)),
  constraint legal_ground_family check (guardian_sees or guardian_note <> ''),
  constraint legal_ground_child foreign key (tenant_id, child_id) references child,
  constraint legal_ground_receiver foreign key (tenant_id, receiver_id) references organisation,
  constraint legal_ground_asked_for foreign key (tenant_id, asked_for) references organisation
);
create index legal_ground_by_child on legal_ground (tenant_id, child_id);
create index legal_ground_by_receiver on legal_ground (tenant_id, receiver_id);
create index legal_ground_waiting on legal_ground (tenant_id, asked_at) where decided_at is null;
create table legal_ground_scope (
  tenant_id integer not null,
  ground_id uuid not null,
  category text not null,
  section text not null default '',
  constraint legal_ground_scope_pk primary key (tenant_id, ground_id, category, section),
  constraint legal_ground_scope_of foreign key (tenant_id, ground_id) references legal_ground
);
-- Read by the program alone: who may see one (who asked, who receives, who approves, the family) the actions decide.
call guard_child_data('legal_ground', 'false', 'false');
call open_within_tenant('legal_ground_scope');
