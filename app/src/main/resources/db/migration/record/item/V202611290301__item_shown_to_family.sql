-- Parts that the person of age shows to a guardian, beneath the predicate too.
do $body$
declare
  condition text := $condition$
    coalesce(current_setting('app.actor_kind', true), '') = 'JOB'
    or (coalesce(current_setting('app.actor_kind', true), '') = 'STAFF'
      and exists (select 1 from reach r where r.tenant_id = item.tenant_id and r.child_id = item.child_id
        and r.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
        and r.valid_from <= current_setting('app.today', true)::date
        and r.valid_to > current_setting('app.today', true)::date
        and (r.kind <> 'EMERGENCY' or item.state = 'FINAL'))
      and (item.author_id = any (coalesce(nullif(current_setting('app.organisations', true), ''), '{}')::uuid[])
        or item.created_by = nullif(current_setting('app.actor', true), '')::uuid
        or exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id
          and g.grantee_kind = 'ORGANISATION' and g.category = item.category
          and g.grantee_id = any (coalesce(nullif(current_setting('app.organisations', true), ''), '{}')::uuid[])
          and (g.author_id is null or g.author_id = item.author_id)
          and (g.section is null or g.section = item.section)
          and (item.section is null or item.section <> all (g.excluded))
          and (g.sheet_id is null or g.sheet_id = item.sheet_id)
          and (g.with_history or (item.latest and item.state = 'FINAL'))
          and g.valid_from <= current_setting('app.today', true)::date
          and g.valid_to > current_setting('app.today', true)::date)
        or exists (select 1 from reach e where e.tenant_id = item.tenant_id and e.child_id = item.child_id
          and e.kind = 'EMERGENCY' and item.latest and item.state = 'FINAL'
          and e.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[])
          and e.valid_from <= current_setting('app.today', true)::date
          and e.valid_to > current_setting('app.today', true)::date)))
    or (coalesce(current_setting('app.actor_kind', true), '') = 'GUARDIAN'
      and (item.author_id = nullif(current_setting('app.actor', true), '')::uuid
        or (item.for_guardian and item.state in ('WITH_GUARDIAN', 'FINAL', 'SUPERSEDED')
          and exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id
            and g.grantee_kind = 'GUARDIAN' and g.ground_kind = 'AUTHORITY'
            and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
            and g.valid_from <= current_setting('app.today', true)::date
            and g.valid_to > current_setting('app.today', true)::date))
        or (item.for_guardian and item.latest and item.state = 'FINAL' and item.sheet_id is not null
          and exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id
            and g.grantee_kind = 'GUARDIAN' and g.ground_kind = 'PERSON' and g.category = item.category
            and g.grantee_id = nullif(current_setting('app.actor', true), '')::uuid
            and (g.section is null or g.section = item.section)
            and (g.sheet_id is null or g.sheet_id = item.sheet_id)
            and g.valid_from <= current_setting('app.today', true)::date
            and g.valid_to > current_setting('app.today', true)::date))))
  $condition$;
begin
  execute 'alter policy may_read on item using (' || condition || ')';
  execute 'alter policy may_change on item using (' || condition || ') with check (true)';
  execute 'alter policy may_remove on item using (' || condition || ')';
end $body$;
