-- 文例集: sentences that help to write a plan. They say nothing of any child. Of the base that comes with the program a
-- municipality has rows of its own, which a later base changes only where the municipality has not.
create table idea (
  tenant_id integer not null,
  idea_id uuid not null,
  shipped_key text,
  organisation_id uuid,
  kind text not null,
  needs text[] not null,
  areas text[] not null,
  stages text[] not null,
  text text not null,
  search text not null,
  place integer not null,
  state text not null,
  changed boolean not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint idea_pk primary key (tenant_id, idea_id),
  constraint idea_shipped_once unique (tenant_id, shipped_key),
  constraint idea_kind check (kind in ('GOAL', 'SUPPORT', 'ACCOMMODATION', 'CRITERION', 'HANDOVER')),
  constraint idea_state check (state in ('PROPOSED', 'IN_USE', 'HIDDEN', 'DECLINED')),
  constraint idea_decided check ((decided_by is null) = (decided_at is null)),
  constraint idea_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index idea_by_place on idea (tenant_id, kind, place);
create index idea_by_organisation on idea (tenant_id, organisation_id) where organisation_id is not null;
call open_within_tenant('idea');

-- Up to which version of the base its rows are there.
create table idea_base (
  tenant_id integer not null,
  version integer not null,
  loaded_at timestamptz not null,
  constraint idea_base_pk primary key (tenant_id)
);
call open_within_tenant('idea_base');

-- What one staff member marked, and put into a plan last.
create table idea_favourite (
  tenant_id integer not null,
  staff_id uuid not null,
  idea_id uuid not null,
  since timestamptz not null,
  constraint idea_favourite_pk primary key (tenant_id, staff_id, idea_id),
  constraint idea_favourite_of foreign key (tenant_id, idea_id) references idea
);
call open_within_tenant('idea_favourite');
create table idea_use (
  tenant_id integer not null,
  staff_id uuid not null,
  idea_id uuid not null,
  used_at timestamptz not null,
  constraint idea_use_pk primary key (tenant_id, staff_id, idea_id),
  constraint idea_use_of foreign key (tenant_id, idea_id) references idea
);
call open_within_tenant('idea_use');

-- A file of examples between the look at it and its being taken: one for each administrator, the latest.
create table idea_upload (
  tenant_id integer not null,
  staff_id uuid not null,
  name text not null,
  content bytea not null,
  uploaded_at timestamptz not null,
  constraint idea_upload_pk primary key (tenant_id, staff_id)
);
call open_within_tenant('idea_upload');
