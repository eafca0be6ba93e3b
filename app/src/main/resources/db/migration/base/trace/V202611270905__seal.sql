-- Seals: every second the rows of the trace that can no longer grow in number are closed off.
create table audit_seal (
  tenant_id integer not null,
  number bigint not null,
  from_transaction bigint not null,
  to_transaction bigint not null,
  events bigint not null,
  root bytea not null,
  previous bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null,
  constraint audit_seal_pk primary key (tenant_id, number),
  constraint audit_seal_once unique (tenant_id, from_transaction),
  constraint audit_seal_interval check (from_transaction < to_transaction),
  constraint audit_seal_counted check (number > 0 and events > 0)
);
call isolate_tenant('audit_seal');
create policy may_add on audit_seal for insert with check (
  coalesce(current_setting('app.actor_kind', true), '') = 'JOB');
create policy may_read on audit_seal for select using (
  coalesce(current_setting('app.actor_kind', true), '') = 'JOB');
grant select, insert on audit_seal to ${application_role};
call distribute('audit_seal');

-- What is not sealed yet, and the order in which it is sealed and checked.
create index audit_event_by_transaction on audit_event (tenant_id, transaction_id, ordinal);
