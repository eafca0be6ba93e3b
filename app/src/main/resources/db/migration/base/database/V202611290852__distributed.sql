-- A distributed engine (Citus) takes a database that is there already: ./tsunagi distribute (docs/distributed.md). Until then tables are
-- made as on any PostgreSQL, with the extension or without it; from then on whatever a migration makes is distributed at once.
create function is_distributed() returns boolean stable language plpgsql as $$
declare
  any_table boolean := false;
begin
  if to_regclass('pg_dist_partition') is not null then
    execute 'select exists (select 1 from pg_dist_partition where partmethod = ''h'')' into any_table;
  end if;
  return any_table;
end $$;

-- A condition as such an engine allows it: of columns and settings only. A setting asked in a subquery is asked bare; what asks other tables,
-- or a function that does, is left to the predicate of the program, for those who have anything to read.
create function plain_condition(condition text) returns text immutable language plpgsql as $$
declare
  plain text := condition;
  asked text;
begin
  foreach asked in array array[
    'COALESCE(current_setting(''app.actor_kind''::text, true), ''''::text) AS "coalesce"',
    '(COALESCE(NULLIF(current_setting(''app.assignments''::text, true), ''''::text), ''{}''::text))::uuid[] AS "coalesce"',
    '(COALESCE(NULLIF(current_setting(''app.organisations''::text, true), ''''::text), ''{}''::text))::uuid[] AS "coalesce"',
    '(NULLIF(current_setting(''app.actor''::text, true), ''''::text))::uuid AS "nullif"',
    '(current_setting(''app.today''::text, true))::date AS current_setting'] loop
    plain := replace(plain, '( SELECT ' || asked || ')', '(' || regexp_replace(asked, ' AS [a-z_"]+$', '') || ')');
  end loop;
  if plain ~* '\mselect\M' or plain ~ '\m(sees_child|knows_child|sees_guardian|in_compartment|is_concealed)\(' then
    return 'coalesce(current_setting(''app.actor_kind'', true), '''') in (''JOB'', ''STAFF'', ''GUARDIAN'')';
  end if;
  return plain;
end $$;

create procedure plain_policies(asked text) language plpgsql as $$
declare
  found record;
begin
  for found in
    select policyname, permissive, plain_condition(qual) as using_condition, plain_condition(with_check) as check_condition,
      qual, with_check
    from pg_policies where schemaname = 'public' and tablename = asked
  loop
    if found.qual is distinct from found.using_condition then
      execute format('alter policy %I on %I using (%s)', found.policyname, asked,
        case when found.permissive = 'RESTRICTIVE' and found.using_condition like 'coalesce(current_setting(''app.actor_kind''%in (%'
          then 'true' else found.using_condition end);
    end if;
    if found.with_check is distinct from found.check_condition then
      execute format('alter policy %I on %I with check (%s)', found.policyname, asked, found.check_condition);
    end if;
  end loop;
end $$;

create or replace procedure distribute(table_name text) language plpgsql as $$
declare
  beside text;
begin
  if is_distributed() then
    call plain_policies(table_name);
    execute 'select min(logicalrel::text) from pg_dist_partition where partmethod = ''h''' into beside;
    execute format('select create_distributed_table(%L, %L, colocate_with => %L)', table_name, 'tenant_id', beside);
  end if;
end $$;

-- The policies of a table about children, as the engine allows them.
create or replace procedure ask_by_child(asked text, condition text) language plpgsql as $$
declare
  way text;
begin
  foreach way in array array['may_read', 'may_change', 'may_remove'] loop
    execute format('alter policy %I on %I using (%s)', way, asked,
      case when is_distributed() then plain_condition(condition) else condition end);
  end loop;
end $$;
