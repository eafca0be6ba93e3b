-- A condition with an "or" in it stays one condition: with brackets around each.
create or replace procedure guard_child_data(table_name text, staff_condition text, guardian_condition text) language plpgsql as $$
declare
  kind text := 'coalesce(current_setting(''app.actor_kind'', true), '''')';
  condition text;
begin
  call isolate_tenant(table_name);
  condition := format('%1$s = ''JOB'' or (%1$s = ''STAFF'' and (%2$s)) or (%1$s = ''GUARDIAN'' and (%3$s))',
    kind, staff_condition, guardian_condition);
  execute format('create policy may_read on %I for select using (%s)', table_name, condition);
  execute format('create policy may_add on %I for insert with check (%s in (''JOB'', ''STAFF'', ''GUARDIAN''))', table_name, kind);
  execute format('create policy may_change on %I for update using (%s) with check (true)', table_name, condition);
  execute format('create policy may_remove on %I for delete using (%s)', table_name, condition);
  execute format('grant select, insert, update, delete on %I to ${application_role}', table_name);
  call distribute(table_name);
end $$;

-- Of the tables there are, item alone had an "or" at the top of what a guardian reads.
do $body$
declare
  condition text := $condition$
    coalesce(current_setting('app.actor_kind', true), '') = 'JOB'
    or (coalesce(current_setting('app.actor_kind', true), '') = 'STAFF'
      and exists (select 1 from reach r where r.tenant_id = item.tenant_id and r.child_id = item.child_id
        and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
        and r.valid_from <= current_setting('app.today', true)::date
        and r.valid_to > current_setting('app.today', true)::date)
      and (item.author_id = any (coalesce(nullif(current_setting('app.organisations', true), ''), '{}')::uuid[])
        or item.created_by = nullif(current_setting('app.actor', true), '')::uuid
        or exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id
          and g.grantee_kind = 'ORGANISATION' and g.category = item.category
          and g.grantee_id = any (coalesce(nullif(current_setting('app.organisations', true), ''), '{}')::uuid[])
          and g.valid_from <= current_setting('app.today', true)::date
          and g.valid_to > current_setting('app.today', true)::date)))
    or (coalesce(current_setting('app.actor_kind', true), '') = 'GUARDIAN'
      and (item.author_id = nullif(current_setting('app.actor', true), '')::uuid
        or (item.for_guardian and item.state in ('WITH_GUARDIAN', 'FINAL', 'SUPERSEDED')
          and exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id
            and g.grantee_kind = 'GUARDIAN' and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
            and g.valid_from <= current_setting('app.today', true)::date
            and g.valid_to > current_setting('app.today', true)::date))))
  $condition$;
begin
  execute 'alter policy may_read on item using (' || condition || ')';
  execute 'alter policy may_change on item using (' || condition || ') with check (true)';
  execute 'alter policy may_remove on item using (' || condition || ')';
end $body$;
