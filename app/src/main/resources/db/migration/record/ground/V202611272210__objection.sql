-- 異議: what a family does not want to be shared, whoever consents. It holds at once, beats every consent to it, and is
-- lifted by whoever made it. valid_to is the first day it no longer holds.
create table objection (
  tenant_id integer not null,
  objection_id uuid not null,
  child_id uuid not null,
  giver_id uuid not null,
  means text not null,
  to_all boolean not null,
  note text,
  asked_on date not null,
  paper_place text,
  item_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  lifted_means text,
  lifted_by uuid,
  lifted_at timestamptz,
  constraint objection_pk primary key (tenant_id, objection_id),
  constraint objection_means check (means in ('PAPER', 'PORTAL') and (lifted_means is null or lifted_means in ('PAPER', 'PORTAL'))),
  constraint objection_period check (valid_to is null or valid_from <= valid_to),
  constraint objection_lifted check ((lifted_by is null) = (lifted_at is null) and (lifted_at is null) = (valid_to is null)
    and (lifted_at is null) = (lifted_means is null)),
  constraint objection_child foreign key (tenant_id, child_id) references child
);
create index objection_by_child on objection (tenant_id, child_id);
-- A line is a category, or one section of a form (form key/section key) within its category.
create table objection_scope (
  tenant_id integer not null,
  objection_id uuid not null,
  category text not null,
  section text not null default '',
  constraint objection_scope_pk primary key (tenant_id, objection_id, category, section),
  constraint objection_scope_of foreign key (tenant_id, objection_id) references objection
);
-- The organisations that must not read it, where it is not about everybody.
create table objection_receiver (
  tenant_id integer not null,
  objection_id uuid not null,
  organisation_id uuid not null,
  constraint objection_receiver_pk primary key (tenant_id, objection_id, organisation_id),
  constraint objection_receiver_of foreign key (tenant_id, objection_id) references objection
);
call guard_by_child('objection');
call open_within_tenant('objection_scope');
call open_within_tenant('objection_receiver');
