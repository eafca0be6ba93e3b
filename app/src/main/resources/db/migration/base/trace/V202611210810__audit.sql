-- The record of the record: who did what, when, why. The application may add and read, never change.
create table audit_event (
  tenant_id integer not null,
  event_id uuid not null,
  transaction_id bigint not null,
  ordinal integer not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  assignment_id uuid,
  organisation_id uuid,
  action text not null,
  child_id uuid,
  item_id uuid,
  ground text,
  purpose text,
  request_id uuid,
  detail jsonb,
  canonical bytea not null,
  hash bytea not null,
  constraint audit_event_pk primary key (tenant_id, at, event_id)
) partition by range (at);
create table audit_event_default partition of audit_event default;
create index audit_event_by_child on audit_event (tenant_id, child_id, at);

-- One row per child that an event showed, lists included.
create table audit_subject (
  tenant_id integer not null,
  child_id uuid not null,
  at timestamptz not null,
  event_id uuid not null,
  constraint audit_subject_pk primary key (tenant_id, child_id, at, event_id)
) partition by range (at);
create table audit_subject_default partition of audit_subject default;

call isolate_tenant('audit_event');
call isolate_tenant('audit_subject');
create policy may_add on audit_event for insert with check (true);
create policy may_add on audit_subject for insert with check (true);
create policy may_read on audit_event for select using (
  coalesce(current_setting('app.actor_kind', true), '') = 'JOB'
  or (coalesce(current_setting('app.actor_kind', true), '') = 'GUARDIAN' and exists (
    select 1 from access_grant g
    where g.tenant_id = audit_event.tenant_id and g.child_id = audit_event.child_id
      and g.grantee_kind = 'GUARDIAN'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid)));
create policy may_read on audit_subject for select using (
  coalesce(current_setting('app.actor_kind', true), '') = 'JOB'
  or (coalesce(current_setting('app.actor_kind', true), '') = 'GUARDIAN' and exists (
    select 1 from access_grant g
    where g.tenant_id = audit_subject.tenant_id and g.child_id = audit_subject.child_id
      and g.grantee_kind = 'GUARDIAN'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid)));
grant select, insert on audit_event, audit_subject to ${application_role};
call distribute('audit_event');
call distribute('audit_subject');

-- Adds the partitions of the months from a day on; called by the owner at every start.
create procedure keep_audit_partitions(first_month date, months integer) language plpgsql as $$
declare
  month date;
begin
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', first_month) + make_interval(months => i))::date;
    execute format('create table if not exists audit_event_%s partition of audit_event for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
    execute format('create table if not exists audit_subject_%s partition of audit_subject for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
  end loop;
end $$;
