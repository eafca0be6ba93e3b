-- A ledger that was uploaded and looked at, kept until it is taken in or thrown away.
create table ledger_upload (
  tenant_id integer not null,
  upload_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  content bytea not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  constraint ledger_upload_pk primary key (tenant_id, upload_id)
);
create index ledger_upload_by_organisation on ledger_upload (tenant_id, organisation_id);
call guard_child_data('ledger_upload',
  'ledger_upload.uploaded_by = nullif(current_setting(''app.actor'', true), '''')::uuid', 'false');

-- Families of the ledger whose consent is not on file: to be asked. They are no records of children.
create table ledger_family (
  tenant_id integer not null,
  family_id uuid not null,
  organisation_id uuid not null,
  child_name text not null,
  child_kana text not null,
  birth_date date not null,
  guardian_name text not null,
  phone text,
  programmes text not null,
  taken_at timestamptz not null,
  taken_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  constraint ledger_family_pk primary key (tenant_id, family_id),
  constraint ledger_family_once unique (tenant_id, organisation_id, child_kana, birth_date, child_name)
);
call guard_child_data('ledger_family',
  'ledger_family.organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[])',
  'false');
