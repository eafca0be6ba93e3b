-- 保存期間: what the municipality has decided on each kind; a decision is never changed or removed.
create table retention_rule (
  tenant_id integer not null,
  kind text not null,
  number integer not null,
  years integer not null,
  start_at text not null,
  note text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint retention_rule_pk primary key (tenant_id, kind, number),
  constraint retention_rule_kind check (kind in ('PROFILE', 'PROGRAMME', 'NURSERY', 'SCHOOL', 'HANDOVER', 'OTHER')),
  constraint retention_rule_start check (start_at in ('YEAR', 'LEFT', 'ENDED', 'EIGHTEEN')),
  constraint retention_rule_years check (years between 1 and 40),
  constraint retention_rule_note check (note <> '')
);
call open_within_tenant('retention_rule');
revoke update, delete on retention_rule from ${application_role};

-- 保留: what is kept longer of a child, by which place, why, until when (the last day).
create table retention_hold (
  tenant_id integer not null,
  hold_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null,
  kind text,
  fiscal_year integer,
  why text not null,
  until date not null,
  held_by uuid not null,
  held_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  constraint retention_hold_pk primary key (tenant_id, hold_id),
  constraint retention_hold_lifted check ((lifted_by is null) = (lifted_at is null)),
  constraint retention_hold_child foreign key (tenant_id, child_id) references child,
  constraint retention_hold_place foreign key (tenant_id, organisation_id) references organisation
);
create index retention_hold_by_child on retention_hold (tenant_id, child_id);
call guard_child_data('retention_hold', 'false', 'false');

-- 廃棄: proposed by one, decided by another. What stays names no child.
create table disposal (
  tenant_id integer not null,
  disposal_id uuid not null,
  organisation_id uuid not null,
  fiscal_year integer,
  number integer,
  why text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  word text,
  finished_at timestamptz,
  constraint disposal_pk primary key (tenant_id, disposal_id),
  constraint disposal_number_once unique (tenant_id, fiscal_year, number),
  constraint disposal_two check (decided_by is null or decided_by <> proposed_by),
  constraint disposal_decided check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
  constraint disposal_place foreign key (tenant_id, organisation_id) references organisation
);
create index disposal_by_place on disposal (tenant_id, organisation_id, proposed_at);
create table disposal_line (
  tenant_id integer not null,
  disposal_id uuid not null,
  kind text not null,
  fiscal_year integer not null,
  years integer not null,
  start_at text not null,
  sheets integer not null,
  children integer not null,
  disposed integer not null,
  kept integer not null,
  constraint disposal_line_pk primary key (tenant_id, disposal_id, kind, fiscal_year),
  constraint disposal_line_of foreign key (tenant_id, disposal_id) references disposal
);
-- The sheets themselves, until each is gone or stays after all; none is in two disposals.
create table disposal_sheet (
  tenant_id integer not null,
  disposal_id uuid not null,
  sheet_id uuid not null,
  child_id uuid not null,
  kind text not null,
  fiscal_year integer not null,
  constraint disposal_sheet_pk primary key (tenant_id, disposal_id, sheet_id),
  constraint disposal_sheet_once unique (tenant_id, sheet_id),
  constraint disposal_sheet_of foreign key (tenant_id, disposal_id) references disposal
);
create table disposal_number (
  tenant_id integer not null,
  fiscal_year integer not null,
  last_number integer not null,
  constraint disposal_number_pk primary key (tenant_id, fiscal_year)
);
call open_within_tenant('disposal');
call open_within_tenant('disposal_line');
call guard_child_data('disposal_sheet', 'false', 'false');
call open_within_tenant('disposal_number');
revoke delete on disposal from ${application_role};
revoke delete on disposal_line from ${application_role};
