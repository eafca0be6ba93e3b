-- Probable doubles: a child was put on record whom another organisation may know already. The hubs
-- look at them; nobody else is told that there is another.
create table child_double (
  tenant_id integer not null,
  child_id uuid not null,
  other_id uuid not null,
  strength text not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  constraint child_double_pk primary key (tenant_id, child_id, other_id),
  constraint child_double_strength check (strength in ('SAME', 'NEAR')),
  constraint child_double_child foreign key (tenant_id, child_id) references child,
  constraint child_double_other foreign key (tenant_id, other_id) references child
);
call guard_child_data('child_double', 'false', 'false');

-- How often somebody has matched against all children of the municipality on a day.
create table match_count (
  tenant_id integer not null,
  staff_id uuid not null,
  on_day date not null,
  times integer not null,
  constraint match_count_pk primary key (tenant_id, staff_id, on_day)
);
call open_within_tenant('match_count');

-- What was shown when somebody's authority over a child was put on record; rows are only added.
create table guardian_authority (
  tenant_id integer not null,
  authority_id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  valid_from date,
  valid_to date,
  evidence text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint guardian_authority_pk primary key (tenant_id, authority_id),
  constraint guardian_authority_evidence check (evidence <> ''),
  constraint guardian_authority_of foreign key (tenant_id, child_id, guardian_id) references guardianship
);
create index guardian_authority_by_child on guardian_authority (tenant_id, child_id);
call guard_by_child('guardian_authority');
