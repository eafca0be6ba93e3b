-- Published form definitions never change; a sheet is shown on the version it was written on.
create table form_version (
  tenant_id integer not null,
  form_key text not null,
  version integer not null,
  hash text not null,
  valid_from_year integer not null,
  valid_to_year integer,
  derived_from text,
  definition jsonb not null,
  published_at timestamptz not null,
  constraint form_version_pk primary key (tenant_id, form_key, version)
);
call open_within_tenant('form_version');
