-- The ground every table stands on: schemas, the rules every table of a tenant obeys, the tenants.

create schema if not exists infra;
grant usage on schema public, infra to ${application_role};

-- On the distributed engine this shards a table by tenant; on plain PostgreSQL it does nothing.
create procedure distribute(table_name text) language plpgsql as $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', table_name, 'tenant_id');
  end if;
end $$;

-- Row level security that holds for the owner too: no row of another tenant, whatever the query.
create procedure isolate_tenant(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy tenant_isolation on %I as restrictive for all '
    || 'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::integer) '
    || 'with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::integer)', table_name);
end $$;

-- A table of the tenant that says nothing about a child.
create procedure open_within_tenant(table_name text) language plpgsql as $$
begin
  call isolate_tenant(table_name);
  execute format('create policy within_tenant on %I for all using (true) with check (true)', table_name);
  execute format('grant select, insert, update, delete on %I to ${application_role}', table_name);
  call distribute(table_name);
end $$;

-- A table about children: rows come in and change by the actions of the program, and are read
-- only where the condition holds. JOB is the program itself: keeping grants, matching doubles.
create procedure guard_child_data(table_name text, staff_condition text, guardian_condition text) language plpgsql as $$
declare
  kind text := 'coalesce(current_setting(''app.actor_kind'', true), '''')';
  condition text;
begin
  call isolate_tenant(table_name);
  condition := format('%1$s = ''JOB'' or (%1$s = ''STAFF'' and %2$s) or (%1$s = ''GUARDIAN'' and %3$s)',
    kind, staff_condition, guardian_condition);
  execute format('create policy may_read on %I for select using (%s)', table_name, condition);
  execute format('create policy may_add on %I for insert with check (%s in (''JOB'', ''STAFF'', ''GUARDIAN''))', table_name, kind);
  execute format('create policy may_change on %I for update using (%s) with check (true)', table_name, condition);
  execute format('create policy may_remove on %I for delete using (%s)', table_name, condition);
  execute format('grant select, insert, update, delete on %I to ${application_role}', table_name);
  call distribute(table_name);
end $$;

-- A municipality. The number is assigned, not the official code: municipalities merge.
create table tenant (
  tenant_id integer not null,
  name text not null,
  code text,
  created_at timestamptz not null,
  constraint tenant_pk primary key (tenant_id),
  constraint tenant_name_given check (name <> '')
);
call isolate_tenant('tenant');
create policy within_tenant on tenant for all using (true) with check (true);
grant select, insert, update on tenant to ${application_role};

create table tenant_setting (
  tenant_id integer not null,
  name text not null,
  value text not null,
  constraint tenant_setting_pk primary key (tenant_id, name)
);
call open_within_tenant('tenant_setting');
