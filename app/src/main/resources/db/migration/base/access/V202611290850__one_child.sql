-- How the policies ask, not what (docs/adr/0014-one-child-is-asked-once.md): starting a statement with many guarded tables cost
-- more than running it, for each policy brought eleven subqueries with it.
--
-- A page of one child opens it first (open_child: in reach of the session's posts, asked once), and the policies compare with that;
-- should such a page look at another child, a function answers, dearer for each row and free before it is called. Where no child
-- is open, staff are asked about by a subquery, as before, and guardians, who have few children, by the function.

-- Whether who is signed in may be told of the child: staff in whose reach it is today, guardians who decide for it today.
create function sees_child(tenant integer, child uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'STAFF' then
    return exists (select 1 from reach r where r.tenant_id = tenant and r.child_id = child
      and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
      and r.valid_from <= current_setting('app.today', true)::date and r.valid_to > current_setting('app.today', true)::date);
  end if;
  return current_setting('app.actor_kind', true) = 'GUARDIAN'
    and exists (select 1 from access_grant g where g.tenant_id = tenant and g.child_id = child
      and g.grantee_kind = 'GUARDIAN' and g.ground_kind = 'AUTHORITY'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
      and g.valid_from <= current_setting('app.today', true)::date and g.valid_to > current_setting('app.today', true)::date);
end $$;

-- The same, and guardians to whom a person of age shows something: who the child is, and of which sheet a part is shown.
create function knows_child(tenant integer, child uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'GUARDIAN' then
    return exists (select 1 from access_grant g where g.tenant_id = tenant and g.child_id = child
      and g.grantee_kind = 'GUARDIAN'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
      and g.valid_from <= current_setting('app.today', true)::date and g.valid_to > current_setting('app.today', true)::date);
  end if;
  return sees_child(tenant, child);
end $$;

-- Whether who is signed in may be told of the guardian: staff who reach a child of theirs, and the guardian.
create function sees_guardian(tenant integer, guardian uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'STAFF' then
    return exists (select 1 from guardianship s join reach r on r.tenant_id = s.tenant_id and r.child_id = s.child_id
      where s.tenant_id = tenant and s.guardian_id = guardian
      and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
      and r.valid_from <= current_setting('app.today', true)::date and r.valid_to > current_setting('app.today', true)::date);
  end if;
  return current_setting('app.actor_kind', true) = 'GUARDIAN'
    and guardian = nullif(current_setting('app.actor', true), '')::uuid;
end $$;

-- Opens a child for the statements that follow in this transaction; says whether it is in reach. Never of use to another actor:
-- whoever becomes somebody else in a transaction closes it.
create function open_child(tenant integer, child uuid) returns boolean language plpgsql as $$
begin
  perform set_config('app.child',
    case when current_setting('app.actor_kind', true) = 'STAFF' and sees_child(tenant, child) then child::text else '' end, true);
  return current_setting('app.child', true) <> '';
end $$;

-- A condition on a row of a child, for a policy. OFFSET 0: by the row, never as a table of hashes, whose making the planner would count
-- again for each row of a join.
create function child_condition(asked text, asking text) returns text immutable language sql as $$
  select format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
    || 'when current_setting(''app.actor_kind'', true) = ''STAFF'' and coalesce(current_setting(''app.child'', true), '''') = '''' '
    || 'then case when exists (select 1 from reach r where r.tenant_id = %1$I.tenant_id and r.child_id = %1$I.child_id '
    || 'and r.assignment_id = any ((select coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[])::uuid[]) '
    || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date '
    || 'offset 0) then 1 else 0 end '
    || 'when child_id = nullif(current_setting(''app.child'', true), '''')::uuid then 1 '
    || 'when %2$s(tenant_id, child_id) then 1 else 0 end <> 0', asked, asking)
$$;

create procedure ask_by_child(asked text, condition text) language plpgsql as $$
declare
  way text;
begin
  foreach way in array array['may_read', 'may_change', 'may_remove'] loop
    execute format('alter policy %I on %I using (%s)', way, asked, condition);
  end loop;
end $$;

create or replace procedure guard_by_child(table_name text) language plpgsql as $$
begin
  call guard_child_data(table_name, 'true', 'true');
  call ask_by_child(table_name, child_condition(table_name, 'sees_child'));
end $$;

do $body$
declare
  found record;
begin
  for found in
    select tablename, child_condition(tablename, case when tablename in ('child', 'child_name', 'grade_override', 'sheet', 'file', 'file_item')
      then 'knows_child' else 'sees_child' end) as condition
    from pg_policies
    where schemaname = 'public' and policyname = 'may_read' and position('FROM reach r' in qual) > 0
      and tablename not in ('item', 'guardian', 'child_contact')
  loop
    call ask_by_child(found.tablename, found.condition);
  end loop;
  call ask_by_child('child_contact', format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
    || 'when current_setting(''app.actor_kind'', true) <> ''STAFF'' then 0 '
    || 'when organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
    || 'and %s then 1 else 0 end <> 0', child_condition('child_contact', 'sees_child')));
  call ask_by_child('guardian', 'case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
    || 'when sees_guardian(tenant_id, guardian_id) then 1 else 0 end <> 0');

  -- Parts and entries keep a condition of their own; what it asks of the session is cheap to ask for each row, but for the arrays.
  for found in
    select policyname, qual from pg_policies
    where schemaname = 'public' and tablename = 'item' and policyname in ('may_read', 'may_change', 'may_remove', 'compartment')
  loop
    execute format('alter policy %I on item using (%s)', found.policyname, replace(replace(replace(found.qual,
      '( SELECT COALESCE(current_setting(''app.actor_kind''::text, true), ''''::text) AS "coalesce")',
      'current_setting(''app.actor_kind'', true)'),
      '( SELECT (current_setting(''app.today''::text, true))::date AS current_setting)',
      'current_setting(''app.today'', true)::date'),
      '( SELECT (NULLIF(current_setting(''app.actor''::text, true), ''''::text))::uuid AS "nullif")',
      'nullif(current_setting(''app.actor'', true), '''')::uuid'));
  end loop;
  -- What is written in a part is read as the part is, by whomever.
  for found in
    select tablename, format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
      || 'when exists (select 1 from item i where i.tenant_id = %1$I.tenant_id and i.child_id = %1$I.child_id '
      || 'and i.item_id = %1$I.item_id offset 0) then 1 else 0 end <> 0', tablename) as condition
    from pg_policies
    where schemaname = 'public' and tablename in ('sheet_part', 'sheet_left_over', 'sheet_edit') and policyname = 'may_read'
  loop
    call ask_by_child(found.tablename, found.condition);
  end loop;
end $body$;
