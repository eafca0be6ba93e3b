-- 自分の機関の連絡先: whom to call, as one organisation heard it from the family itself. It is that
-- organisation's own record and nobody else's. A row is one version: changed or taken away, it is
-- ended and kept.
create table child_contact (
  tenant_id integer not null,
  contact_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  relation text not null,
  phone text not null,
  call_order integer not null,
  call_note text,
  address text,
  confirmed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint child_contact_pk primary key (tenant_id, contact_id),
  constraint child_contact_relation check (relation in ('MOTHER', 'FATHER', 'GRANDMOTHER', 'GRANDFATHER',
    'FOSTER', 'GUARDIAN_OF_MINOR', 'FACILITY_HEAD', 'OTHER')),
  constraint child_contact_order check (call_order between 1 and 9),
  constraint child_contact_ended check ((ended_at is null) or ended_at >= recorded_at),
  constraint child_contact_child foreign key (tenant_id, child_id) references child,
  constraint child_contact_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index child_contact_by_child on child_contact (tenant_id, child_id, organisation_id);
call guard_child_data('child_contact',
  'child_contact.organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
  || 'and exists (select 1 from reach r where r.tenant_id = child_contact.tenant_id and r.child_id = child_contact.child_id '
  || 'and r.assignment_id = any (coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[]) '
  || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date)',
  'false');
