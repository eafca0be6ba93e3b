-- An open child (V202611290850) is open to staff alone, whatever else a session has set; what the functions read is named with its schema,
-- so that nothing of a session's own stands before it; and a part of a sheet belongs to one item.
create or replace function sees_child(tenant integer, child uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'STAFF' then
    return exists (select 1 from public.reach r where r.tenant_id = tenant and r.child_id = child
      and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
      and r.valid_from <= current_setting('app.today', true)::date and r.valid_to > current_setting('app.today', true)::date);
  end if;
  return current_setting('app.actor_kind', true) = 'GUARDIAN'
    and exists (select 1 from public.access_grant g where g.tenant_id = tenant and g.child_id = child
      and g.grantee_kind = 'GUARDIAN' and g.ground_kind = 'AUTHORITY'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
      and g.valid_from <= current_setting('app.today', true)::date and g.valid_to > current_setting('app.today', true)::date);
end $$;

create or replace function knows_child(tenant integer, child uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'GUARDIAN' then
    return exists (select 1 from public.access_grant g where g.tenant_id = tenant and g.child_id = child
      and g.grantee_kind = 'GUARDIAN'
      and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
      and g.valid_from <= current_setting('app.today', true)::date and g.valid_to > current_setting('app.today', true)::date);
  end if;
  return public.sees_child(tenant, child);
end $$;

create or replace function sees_guardian(tenant integer, guardian uuid) returns boolean stable parallel safe language plpgsql as $$
begin
  if current_setting('app.actor_kind', true) = 'STAFF' then
    return exists (select 1 from public.guardianship s
      join public.reach r on r.tenant_id = s.tenant_id and r.child_id = s.child_id
      where s.tenant_id = tenant and s.guardian_id = guardian
      and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
      and r.valid_from <= current_setting('app.today', true)::date and r.valid_to > current_setting('app.today', true)::date);
  end if;
  return current_setting('app.actor_kind', true) = 'GUARDIAN'
    and guardian = nullif(current_setting('app.actor', true), '')::uuid;
end $$;

create or replace function open_child(tenant integer, child uuid) returns boolean language plpgsql as $$
begin
  perform set_config('app.child',
    case when current_setting('app.actor_kind', true) = 'STAFF' and public.sees_child(tenant, child) then child::text else '' end, true);
  return current_setting('app.child', true) <> '';
end $$;

-- For staff: where no child is open, each row by a subquery; the open child by comparing; any other by the function.
create or replace function child_condition(asked text, asking text) returns text immutable language sql as $$
  select format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
    || 'when current_setting(''app.actor_kind'', true) = ''STAFF'' then '
    || 'case when coalesce(current_setting(''app.child'', true), '''') = '''' '
    || 'then case when exists (select 1 from reach r where r.tenant_id = %1$I.tenant_id and r.child_id = %1$I.child_id '
    || 'and r.assignment_id = any ((select coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[])::uuid[]) '
    || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date '
    || 'offset 0) then 1 else 0 end '
    || 'when child_id = nullif(current_setting(''app.child'', true), '''')::uuid then 1 '
    || 'when %2$s(tenant_id, child_id) then 1 else 0 end '
    || 'when %2$s(tenant_id, child_id) then 1 else 0 end <> 0', asked, asking)
$$;

do $body$
declare
  found record;
  turned integer := 0;
begin
  for found in
    select tablename, child_condition(tablename, case when position('knows_child' in qual) > 0 then 'knows_child' else 'sees_child' end)
      as condition
    from pg_policies
    where schemaname = 'public' and policyname = 'may_read' and position('app.child' in qual) > 0 and tablename <> 'child_contact'
  loop
    call ask_by_child(found.tablename, found.condition);
    turned := turned + 1;
  end loop;
  call ask_by_child('child_contact', format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
    || 'when current_setting(''app.actor_kind'', true) <> ''STAFF'' then 0 '
    || 'when organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
    || 'and %s then 1 else 0 end <> 0', child_condition('child_contact', 'sees_child')));
  if turned < 27 then
    raise exception 'only % tables ask by the child', turned;
  end if;
  if exists (select 1 from pg_policies where schemaname = 'public' and tablename = 'item'
      and (position('( SELECT COALESCE(current_setting(''app.actor_kind''' in qual) > 0
        or position('( SELECT (current_setting(''app.today''' in qual) > 0)) then
    raise exception 'a policy of item still asks by subqueries';
  end if;
end $body$;

drop index sheet_part_by_item;
create unique index sheet_part_by_item on sheet_part (tenant_id, item_id);
