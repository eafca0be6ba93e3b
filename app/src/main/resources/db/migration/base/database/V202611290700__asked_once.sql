-- How the policies ask, not what: who may read stays as it was.
--
-- What a policy asks of the session (kind of actor, posts, places, day) is asked once for a statement: a scalar subquery
-- is worked out at its first use and kept, a bare current_setting is asked and read into an array anew for every row.
--
-- And the planner is told that a policy lets through what it is asked about. Left to itself it takes kind = 'STAFF' for one row
-- in two hundred, so that each guarded table of a statement left a hundredth of the rows, and everything was joined row by row
-- as if it were for one child. Every statement carries the predicate of the program, which is as narrow as the policy:
-- what comes so far passes. A comparison by <> is taken for true of nearly all rows.
--
-- And each EXISTS is asked by the row. Its hashed form reads all that a post reaches before the first answer: ten thousand children
-- for the one whose page is open. OFFSET 0 leaves nothing out and keeps the planner from it.
create function asked_once(condition text) returns text immutable language plpgsql as $$
declare
  asked text := condition;
  setting record;
  begun integer := 1;
  at integer;
  depth integer;
begin
  for setting in
    select * from (values
      ('COALESCE(current_setting(''app.actor_kind''::text, true), ''''::text)',
        '(select coalesce(current_setting(''app.actor_kind'', true), ''''))'),
      ('(COALESCE(NULLIF(current_setting(''app.assignments''::text, true), ''''::text), ''{}''::text))::uuid[]',
        '(select coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[])::uuid[]'),
      ('(COALESCE(NULLIF(current_setting(''app.organisations''::text, true), ''''::text), ''{}''::text))::uuid[]',
        '(select coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[])::uuid[]'),
      ('(NULLIF(current_setting(''app.actor''::text, true), ''''::text))::uuid',
        '(select nullif(current_setting(''app.actor'', true), '''')::uuid)'),
      ('(current_setting(''app.today''::text, true))::date',
        '(select current_setting(''app.today'', true)::date)')) as settings (bare, once)
  loop
    asked := replace(asked, setting.bare, setting.once);
  end loop;
  loop
    at := position('(EXISTS (' in substr(asked, begun));
    exit when at = 0;
    begun := begun + at - 1 + length('(EXISTS (');
    at := begun;
    depth := 1;
    while depth > 0 loop
      depth := depth + case substr(asked, at, 1) when '(' then 1 when ')' then -1 else 0 end;
      at := at + 1;
    end loop;
    asked := overlay(asked placing ' OFFSET 0)' from at - 1 for 1);
  end loop;
  return 'case when ' || asked || ' then 1 else 0 end <> 0';
end $$;

-- All policies of a table by which rows are read, changed and removed, but for the one of the municipality.
create procedure ask_once(asked text) language plpgsql as $$
declare
  policy record;
begin
  for policy in
    select policyname, qual from pg_policies
    where schemaname = 'public' and tablename = asked and policyname in ('may_read', 'may_change', 'may_remove', 'compartment')
      and qual like '%current_setting(%' and qual not like '(CASE%'
  loop
    execute format('alter policy %I on %I using (%s)', policy.policyname, asked, asked_once(policy.qual));
  end loop;
end $$;

create or replace procedure guard_child_data(table_name text, staff_condition text, guardian_condition text) language plpgsql as $$
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
  call ask_once(table_name);
  execute format('grant select, insert, update, delete on %I to ${application_role}', table_name);
  call distribute(table_name);
end $$;

do $$
declare
  guarded record;
begin
  for guarded in select distinct tablename from pg_policies where schemaname = 'public' loop
    call ask_once(guarded.tablename);
  end loop;
end $$;
