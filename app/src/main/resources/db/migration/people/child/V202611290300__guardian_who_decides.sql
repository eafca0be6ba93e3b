-- What the person of age shows to a guardian (ground PERSON) opens nothing but who the child is and the shown parts:
-- everywhere else a guardian is let through by authority alone.
alter table access_grant drop constraint access_grant_ground;
alter table access_grant add constraint access_grant_ground
  check (ground_kind in ('USE', 'HANDOVER', 'SHARE', 'AUTHORITY', 'LAW', 'PERSON'));

create or replace procedure guard_by_child(table_name text) language plpgsql as $$
begin
  call guard_child_data(table_name,
    format('exists (select 1 from reach r where r.tenant_id = %1$I.tenant_id and r.child_id = %1$I.child_id '
      || 'and r.assignment_id = any (coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[]) '
      || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date)', table_name),
    format('exists (select 1 from access_grant g where g.tenant_id = %1$I.tenant_id and g.child_id = %1$I.child_id '
      || 'and g.grantee_kind = ''GUARDIAN'' and g.ground_kind = ''AUTHORITY'' '
      || 'and g.grantee_id = nullif(current_setting(''app.actor'', true), '''')::uuid '
      || 'and g.valid_from <= current_setting(''app.today'', true)::date and g.valid_to > current_setting(''app.today'', true)::date)', table_name));
end $$;

-- The same for what is guarded already; parts (item) have a condition of their own. What tells who the child is, and of which
-- sheet a part is, stays open to whoever anything is shown.
do $body$
declare
  found record;
begin
  for found in
    select tablename, policyname, qual from pg_policies
    where schemaname = current_schema() and position('(g.grantee_kind = ''GUARDIAN''::text)' in qual) > 0
      and tablename not in ('item', 'child', 'child_name', 'grade_override', 'sheet', 'file', 'file_item')
  loop
    execute format('alter policy %I on %I using (%s)', found.policyname, found.tablename,
      replace(found.qual, '(g.grantee_kind = ''GUARDIAN''::text)',
        '(g.grantee_kind = ''GUARDIAN''::text) and (g.ground_kind = ''AUTHORITY''::text)'));
  end loop;
end $body$;
