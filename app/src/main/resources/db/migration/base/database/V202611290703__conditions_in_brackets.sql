-- A condition with an or stays one condition, as it did before the policies asked once (V202611290700), and no policy is turned twice.
create or replace procedure ask_once(asked text) language plpgsql as $$
declare
  policy record;
begin
  for policy in
    select policyname, qual from pg_policies
    where schemaname = 'public' and tablename = asked and policyname in ('may_read', 'may_change', 'may_remove', 'compartment')
      and qual like '%current_setting(%' and qual !~ '^\(\s*CASE'
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
  condition := format('%1$s = ''JOB'' or (%1$s = ''STAFF'' and (%2$s)) or (%1$s = ''GUARDIAN'' and (%3$s))',
    kind, staff_condition, guardian_condition);
  execute format('create policy may_read on %I for select using (%s)', table_name, condition);
  execute format('create policy may_add on %I for insert with check (%s in (''JOB'', ''STAFF'', ''GUARDIAN''))', table_name, kind);
  execute format('create policy may_change on %I for update using (%s) with check (true)', table_name, condition);
  execute format('create policy may_remove on %I for delete using (%s)', table_name, condition);
  call ask_once(table_name);
  execute format('grant select, insert, update, delete on %I to ${application_role}', table_name);
  call distribute(table_name);
end $$;
