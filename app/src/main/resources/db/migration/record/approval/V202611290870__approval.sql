-- 決裁: which posts of a place decide about its sheets, in which order, and for which forms. What is not here is as the program brings it.
create table approval_route (
  tenant_id integer not null,
  organisation_id uuid not null,
  posts text[] not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint approval_route_pk primary key (tenant_id, organisation_id),
  constraint approval_route_of foreign key (tenant_id, organisation_id) references organisation
);
create table approval_form (
  tenant_id integer not null,
  organisation_id uuid not null,
  form_key text not null,
  asked boolean not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint approval_form_pk primary key (tenant_id, organisation_id, form_key),
  constraint approval_form_of foreign key (tenant_id, organisation_id) references organisation
);
-- One sheet on its way through the posts. A round begins when the writers send it and ends when it is decided, returned or taken back.
create table approval_step (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  round integer not null,
  ordinal integer not null,
  child_id uuid not null,
  organisation_id uuid not null,
  post text not null,
  running boolean not null,
  since timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  manner text,
  note text,
  seen_at timestamptz,
  seen_by uuid,
  constraint approval_step_pk primary key (tenant_id, sheet_id, revision, round, ordinal),
  constraint approval_step_manner check (manner in ('HOLDER', 'ALONE', 'DEPUTY', 'VACANT')),
  constraint approval_step_decided check ((manner is null) = (decided_at is null)),
  constraint approval_step_child foreign key (tenant_id, child_id) references child
);
create index approval_step_waiting on approval_step (tenant_id, organisation_id, post, running);
create index approval_step_of_child on approval_step (tenant_id, child_id);
-- Who has looked at a sheet since it came to that step: nobody decides about what was not opened.
create table approval_opened (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  round integer not null,
  ordinal integer not null,
  staff_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null,
  at timestamptz not null,
  constraint approval_opened_pk primary key (tenant_id, sheet_id, revision, round, ordinal, staff_id)
);
call open_within_tenant('approval_route');
call open_within_tenant('approval_form');
call guard_by_child('approval_step');
call guard_by_child('approval_opened');
-- It is the place's own business: no family and no other place.
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['approval_step', 'approval_opened'] loop
    call ask_by_child(guarded, format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
      || 'when current_setting(''app.actor_kind'', true) <> ''STAFF'' then 0 '
      || 'when organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
      || 'and %s then 1 else 0 end <> 0', child_condition(guarded, 'sees_child')));
  end loop;
end $body$;
