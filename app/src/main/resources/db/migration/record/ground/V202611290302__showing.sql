-- 家族に見せる: what the person of age (or a 成年後見人) lets a guardian on record read, until a last day. Taken back it is as
-- if it had never been given. A showing without lines is everything that is meant for guardians.
create table showing (
  tenant_id integer not null,
  showing_id uuid not null,
  child_id uuid not null,
  giver_id uuid not null,
  reader_id uuid not null,
  means text not null,
  given_on date not null,
  paper_place text,
  item_id uuid,
  whole boolean not null,
  valid_from date not null,
  valid_to date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_means text,
  ended_by uuid,
  ended_at timestamptz,
  constraint showing_pk primary key (tenant_id, showing_id),
  constraint showing_means check (means in ('PAPER', 'PORTAL') and (ended_means is null or ended_means in ('PAPER', 'PORTAL'))),
  constraint showing_period check (valid_from < valid_to),
  constraint showing_ended check ((ended_by is null) = (ended_at is null) and (ended_at is null) = (ended_means is null)),
  constraint showing_two check (giver_id <> reader_id),
  constraint showing_child foreign key (tenant_id, child_id) references child
);
create index showing_by_child on showing (tenant_id, child_id);
-- A line is a category, one section of a form within it, or that section of one sheet.
create table showing_scope (
  tenant_id integer not null,
  showing_id uuid not null,
  line integer not null,
  category text not null,
  section text,
  sheet_id uuid,
  sheet_year integer,
  constraint showing_scope_pk primary key (tenant_id, showing_id, line),
  constraint showing_scope_part check ((sheet_id is null) = (sheet_year is null) and (sheet_id is null or section is not null)),
  constraint showing_scope_of foreign key (tenant_id, showing_id) references showing
);
call guard_by_child('showing');
call open_within_tenant('showing_scope');
