-- 限られた人だけの記録: what only the named few read of a child, whatever else would open it (HIDDEN_ADDRESS, ABUSE).
create table compartment (
  tenant_id integer not null,
  compartment_id uuid not null,
  child_id uuid not null,
  kind text not null,
  reason text not null,
  note text,
  organisation_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  closed_note text,
  constraint compartment_pk primary key (tenant_id, compartment_id),
  constraint compartment_kind check (kind in ('HIDDEN_ADDRESS', 'ABUSE')),
  constraint compartment_reason check (reason in ('SUPPORT_MEASURE', 'PROTECTION_ORDER', 'COUNCIL', 'FAMILY', 'OTHER')),
  constraint compartment_closed check ((closed_by is null) = (closed_at is null) and (closed_at is null) = (closed_note is null)),
  constraint compartment_child foreign key (tenant_id, child_id) references child,
  constraint compartment_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index compartment_by_child on compartment (tenant_id, child_id);
-- An address is hidden once; a record for the few is each place's own, and none knows of another's.
create unique index compartment_hidden_once on compartment (tenant_id, child_id)
  where closed_at is null and kind = 'HIDDEN_ADDRESS';
create unique index compartment_kept_once on compartment (tenant_id, child_id, organisation_id)
  where closed_at is null and kind = 'ABUSE';
-- Every query of a child asks whether there is one: that there is, not why, is no secret from staff (取扱注意).
call open_within_tenant('compartment');

-- The named few: a person, everybody at a post, or a guardian.
create table compartment_member (
  tenant_id integer not null,
  compartment_id uuid not null,
  member_id uuid not null,
  staff_id uuid,
  post_id uuid,
  guardian_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint compartment_member_pk primary key (tenant_id, member_id),
  constraint compartment_member_whom check (num_nonnulls(staff_id, post_id, guardian_id) = 1),
  constraint compartment_member_ended check ((ended_by is null) = (ended_at is null)),
  constraint compartment_member_of foreign key (tenant_id, compartment_id) references compartment,
  constraint compartment_member_staff foreign key (tenant_id, staff_id) references staff,
  constraint compartment_member_post foreign key (tenant_id, post_id) references post,
  constraint compartment_member_guardian foreign key (tenant_id, guardian_id) references guardian
);
create index compartment_member_of on compartment_member (tenant_id, compartment_id);
call open_within_tenant('compartment_member');

alter table item add compartment_id uuid;

-- What is written into one.
create table compartment_note (
  tenant_id integer not null,
  item_id uuid not null,
  child_id uuid not null,
  compartment_id uuid not null,
  words text not null,
  staff_id uuid not null,
  written_at timestamptz not null,
  constraint compartment_note_pk primary key (tenant_id, item_id),
  constraint compartment_note_item foreign key (tenant_id, child_id, item_id) references item,
  constraint compartment_note_of foreign key (tenant_id, compartment_id) references compartment
);
create index compartment_note_of on compartment_note (tenant_id, compartment_id);

-- Whether the actor of the transaction is one of the named few of a compartment.
create function in_compartment(tenant integer, compartment uuid) returns boolean stable language sql as $$
  select exists (
    select 1 from compartment_member m
    where m.tenant_id = tenant and m.compartment_id = compartment and m.ended_at is null
      and (m.staff_id = nullif(current_setting('app.actor', true), '')::uuid
        or m.guardian_id = nullif(current_setting('app.actor', true), '')::uuid
        or exists (select 1 from assignment a where a.tenant_id = tenant and a.post_id = m.post_id
          and a.assignment_id = any (coalesce(nullif(current_setting('app.assignments', true), ''), '{}')::uuid[]))))
$$;
call guard_child_data('compartment_note', 'in_compartment(tenant_id, compartment_id)', 'false');

-- Whether the whereabouts of a child are hidden from the actor of the transaction.
create function is_concealed(tenant integer, child uuid) returns boolean stable language sql as $$
  select exists (
    select 1 from compartment c
    where c.tenant_id = tenant and c.child_id = child and c.kind = 'HIDDEN_ADDRESS' and c.closed_at is null
      and not in_compartment(tenant, c.compartment_id))
$$;

-- Beneath the predicate, whatever another policy lets through. On the distributed engine, which allows no such policy, the
-- predicate stands alone here too.
do $body$
declare
  job text := 'coalesce(current_setting(''app.actor_kind'', true), '''') = ''JOB''';
begin
  execute 'create policy compartment on item as restrictive for select using (' || job
    || ' or ((compartment_id is null or in_compartment(tenant_id, compartment_id))'
    || ' and (category <> ''LOCATION'' or author_id = nullif(current_setting(''app.actor'', true), '''')::uuid'
    || ' or not is_concealed(tenant_id, child_id))))';
  execute 'create policy compartment on child_address as restrictive for select using (' || job
    || ' or not is_concealed(tenant_id, child_id))';
  execute 'create policy compartment on child_contact as restrictive for select using (' || job
    || ' or not is_concealed(tenant_id, child_id))';
end $body$;

-- 印刷の確認: before anything of a child whose address is hidden is printed or taken out, somebody else looks at it.
create table print_release (
  tenant_id integer not null,
  release_id uuid not null,
  child_id uuid not null,
  path text not null,
  note text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  released boolean,
  word text,
  constraint print_release_pk primary key (tenant_id, release_id),
  constraint print_release_two check (decided_by is null or decided_by <> asked_by),
  constraint print_release_decided check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (released is null)),
  constraint print_release_child foreign key (tenant_id, child_id) references child
);
create index print_release_by_child on print_release (tenant_id, child_id, asked_at);
create index print_release_waiting on print_release (tenant_id, asked_at) where decided_at is null;
-- Read by the program alone: who may decide one, the rule says.
call guard_child_data('print_release', 'false', 'false');
