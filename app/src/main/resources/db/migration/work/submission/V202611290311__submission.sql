-- 設置者・町への提出: the sheets of one form and year of a class, or of all children of a place, for one office, in one list. The
-- grounds that follow are kept with the grounds in law; here is which sheets were listed together, and who approved the list.
create table submission (
  tenant_id integer not null,
  submission_id uuid not null,
  organisation_id uuid not null,
  receiver_id uuid not null,
  form_key text not null,
  fiscal_year integer not null,
  class_id uuid,
  expected integer not null,
  note text not null,
  last_day date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  decision_note text,
  constraint submission_pk primary key (tenant_id, submission_id),
  constraint submission_two check (decided_by is null or decided_by <> asked_by),
  constraint submission_decided check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
  constraint submission_organisation foreign key (tenant_id, organisation_id) references organisation,
  constraint submission_receiver foreign key (tenant_id, receiver_id) references organisation
);
create index submission_by_organisation on submission (tenant_id, organisation_id);
create index submission_by_receiver on submission (tenant_id, receiver_id);
-- open: it waits, or its ground was opened by the list; a sheet stands in one open list to an office.
create table submission_child (
  tenant_id integer not null,
  submission_id uuid not null,
  child_id uuid not null,
  sheet_id uuid not null,
  receiver_id uuid not null,
  ground_id uuid not null,
  open boolean not null,
  left_out boolean not null,
  constraint submission_child_pk primary key (tenant_id, submission_id, child_id),
  constraint submission_child_of foreign key (tenant_id, submission_id) references submission,
  constraint submission_child_child foreign key (tenant_id, child_id) references child
);
create unique index submission_child_once on submission_child (tenant_id, receiver_id, sheet_id) where open;
create index submission_child_by_child on submission_child (tenant_id, child_id);
call open_within_tenant('submission');
-- Read by the program alone: who may see which list the actions decide.
call guard_child_data('submission_child', 'false', 'false');
