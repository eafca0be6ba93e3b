-- 緊急閲覧: a record opened in an emergency, by one person at one post, for an hour at most. It ends justified or not.
create table emergency_access (
  tenant_id integer not null,
  emergency_id uuid not null,
  child_id uuid not null,
  assignment_id uuid not null,
  staff_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  note text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  review_due date not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  justified boolean,
  review_note text,
  constraint emergency_access_pk primary key (tenant_id, emergency_id),
  constraint emergency_access_hour check (opened_at <= closes_at and closes_at <= opened_at + interval '60 minutes'),
  constraint emergency_access_review check ((reviewed_at is null) = (justified is null) and (reviewed_at is null) = (reviewed_by is null)
    and (reviewed_at is null) = (review_note is null)),
  constraint emergency_access_not_oneself check (reviewed_by is null or reviewed_by <> staff_id),
  constraint emergency_access_child foreign key (tenant_id, child_id) references child,
  constraint emergency_access_assignment foreign key (tenant_id, assignment_id) references assignment
);
create index emergency_access_by_child on emergency_access (tenant_id, child_id, assignment_id);
create index emergency_access_by_organisation on emergency_access (tenant_id, organisation_id, opened_at);
create index emergency_access_open on emergency_access (tenant_id, review_due) where reviewed_at is null;
-- Read by its own organisation, which reviews it, and by the guardians; anybody above by the program's own work.
call guard_child_data('emergency_access',
  'emergency_access.organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[])',
  'exists (select 1 from access_grant g where g.tenant_id = emergency_access.tenant_id and g.child_id = emergency_access.child_id '
  || 'and g.grantee_kind = ''GUARDIAN'' and g.grantee_id = nullif(current_setting(''app.actor'', true), '''')::uuid '
  || 'and g.valid_from <= current_setting(''app.today'', true)::date and g.valid_to > current_setting(''app.today'', true)::date)');
-- Tries to open a record, found or not: they are few a day.
create table emergency_try (
  tenant_id integer not null,
  try_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  constraint emergency_try_pk primary key (tenant_id, try_id)
);
create index emergency_try_by_staff on emergency_try (tenant_id, staff_id, at);
call open_within_tenant('emergency_try');
