-- standing OWN: known to owner_id alone; SHARED: a USE consent opened the common record.
create table child (
  tenant_id integer not null,
  child_id uuid not null,
  birth_date date not null,
  sex text not null,
  standing text not null,
  owner_id uuid,
  home_language text,
  interpreter boolean not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint child_pk primary key (tenant_id, child_id),
  constraint child_sex check (sex in ('FEMALE', 'MALE', 'UNSTATED')),
  constraint child_standing check (standing in ('OWN', 'SHARED')),
  constraint child_owner check (standing = 'SHARED' or owner_id is not null)
);
-- Why a child is on record (A2): centre or education centre in use, plan at school, the guardian's wish.
create table child_registration (
  tenant_id integer not null,
  child_id uuid not null,
  reason text not null,
  since date not null,
  constraint child_registration_pk primary key (tenant_id, child_id, reason),
  constraint child_registration_reason check (reason in ('HUB_USER', 'SCHOOL_PLAN', 'GUARDIAN_WISH')),
  constraint child_registration_of foreign key (tenant_id, child_id) references child
);
-- Names are periods: a change of surname never overwrites. COMMON is the 通称.
create table child_name (
  tenant_id integer not null,
  child_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  family text not null,
  given text not null,
  middle text,
  family_kana text not null,
  given_kana text not null,
  middle_kana text,
  constraint child_name_pk primary key (tenant_id, child_id, kind, valid_from),
  constraint child_name_kind check (kind in ('LEGAL', 'COMMON')),
  constraint child_name_period check (valid_to is null or valid_from < valid_to),
  constraint child_name_of foreign key (tenant_id, child_id) references child
);
-- Folded search keys: found by equality and ranges only, because row level security keeps LIKE off the indexes.
create table child_key (
  tenant_id integer not null,
  key text collate "C" not null,
  child_id uuid not null,
  constraint child_key_pk primary key (tenant_id, key, child_id),
  constraint child_key_of foreign key (tenant_id, child_id) references child
);
create index child_key_by_child on child_key (tenant_id, child_id);
create index child_by_birth on child (tenant_id, birth_date);
create table grade_override (
  tenant_id integer not null,
  child_id uuid not null,
  fiscal_year integer not null,
  grade integer not null,
  reason text not null,
  constraint grade_override_pk primary key (tenant_id, child_id, fiscal_year),
  constraint grade_override_of foreign key (tenant_id, child_id) references child
);
create table child_address (
  tenant_id integer not null,
  address_id uuid not null,
  child_id uuid not null,
  valid_from date not null,
  valid_to date,
  postal_code text,
  address text not null,
  constraint child_address_pk primary key (tenant_id, address_id),
  constraint child_address_period check (valid_to is null or valid_from < valid_to),
  constraint child_address_of foreign key (tenant_id, child_id) references child
);
create index child_address_by_child on child_address (tenant_id, child_id);
create table guardian (
  tenant_id integer not null,
  guardian_id uuid not null,
  account_id uuid,
  name text not null,
  kana text not null,
  phone text,
  phone_last4 text,
  language text,
  constraint guardian_pk primary key (tenant_id, guardian_id)
);
create index guardian_by_phone on guardian (tenant_id, phone_last4);
create table guardianship (
  tenant_id integer not null,
  child_id uuid not null,
  guardian_id uuid not null,
  relation text not null,
  call_order integer not null,
  call_note text,
  authority_from date,
  authority_to date,
  constraint guardianship_pk primary key (tenant_id, child_id, guardian_id),
  constraint guardianship_relation check (relation in ('MOTHER', 'FATHER', 'GRANDMOTHER', 'GRANDFATHER',
    'FOSTER', 'GUARDIAN_OF_MINOR', 'FACILITY_HEAD', 'OTHER')),
  constraint guardianship_child foreign key (tenant_id, child_id) references child,
  constraint guardianship_guardian foreign key (tenant_id, guardian_id) references guardian
);
create index guardianship_by_guardian on guardianship (tenant_id, guardian_id);
-- One-time code by which a guardian opens the portal account; only its hash is kept.
create table guardian_invitation (
  tenant_id integer not null,
  guardian_id uuid not null,
  code_hash bytea not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint guardian_invitation_pk primary key (tenant_id, guardian_id, code_hash),
  constraint guardian_invitation_of foreign key (tenant_id, guardian_id) references guardian
);
call open_within_tenant('guardian_invitation');

-- The staff member reaches the child, through any assignment of this session.
create procedure guard_by_child(table_name text) language plpgsql as $$
begin
  call guard_child_data(table_name,
    format('exists (select 1 from reach r where r.tenant_id = %1$I.tenant_id and r.child_id = %1$I.child_id '
      || 'and r.assignment_id = any (coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[]) '
      || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date)', table_name),
    format('exists (select 1 from access_grant g where g.tenant_id = %1$I.tenant_id and g.child_id = %1$I.child_id '
      || 'and g.grantee_kind = ''GUARDIAN'' and g.grantee_id = nullif(current_setting(''app.actor'', true), '''')::uuid '
      || 'and g.valid_from <= current_setting(''app.today'', true)::date and g.valid_to > current_setting(''app.today'', true)::date)', table_name));
end $$;
call guard_by_child('child');
call guard_by_child('child_registration');
call guard_by_child('child_name');
call guard_by_child('child_key');
call guard_by_child('grade_override');
call guard_by_child('child_address');
call guard_by_child('guardianship');
call guard_child_data('guardian',
  'exists (select 1 from guardianship s join reach r on r.tenant_id = s.tenant_id and r.child_id = s.child_id '
  || 'where s.tenant_id = guardian.tenant_id and s.guardian_id = guardian.guardian_id '
  || 'and r.assignment_id = any (coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[]) '
  || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date)',
  'guardian_id = nullif(current_setting(''app.actor'', true), '''')::uuid');
