-- A ledger that is being taken in: how far it is, seen from outside the one transaction that does it.
create table ledger_run (
  tenant_id integer not null,
  upload_id uuid not null,
  organisation_id uuid not null,
  state text not null,
  rows integer not null,
  done integer not null,
  started_at timestamptz not null,
  started_by uuid not null,
  told_at timestamptz not null,
  constraint ledger_run_pk primary key (tenant_id, upload_id),
  constraint ledger_run_state check (state in ('RUNNING', 'DONE', 'FAILED')),
  constraint ledger_run_rows check (done between 0 and rows),
  constraint ledger_run_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index ledger_run_by_organisation on ledger_run (tenant_id, organisation_id);
call guard_child_data('ledger_run',
  'ledger_run.started_by = nullif(current_setting(''app.actor'', true), '''')::uuid', 'false');
