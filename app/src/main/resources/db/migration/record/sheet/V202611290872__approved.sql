-- A sheet that waits for a decision, what was decided about it, and what families never see of that.
alter table sheet drop constraint sheet_state;
alter table sheet add constraint sheet_state check (state in ('DRAFT', 'IN_APPROVAL', 'WITH_GUARDIAN', 'FINAL', 'DISCARDED'));
alter table sheet_step add column post text;
alter table sheet_step add column manner text;
alter table sheet_step drop constraint sheet_step_step;
alter table sheet_step add constraint sheet_step_step check (step in ('STARTED', 'SENT_TO_GUARDIAN', 'CONFIRMED',
  'DISAGREED', 'ASKED_TO_TALK', 'PULLED_BACK', 'FINISHED', 'CORRECTION_STARTED', 'AMENDMENT_STARTED', 'DISCARDED',
  'REVISION_DROPPED', 'RESTORED', 'LIFTED', 'RELOCATED', 'RELOCATED_OPEN', 'SUBMITTED', 'APPROVED', 'RETURNED', 'SENT_BACK',
  'MEETING_HELD', 'TALKED_OVER', 'EXPLAINED', 'DELIVERED', 'PARTLY_AGREED', 'NOT_ANSWERED', 'USED_INSIDE'));
do $body$
begin
  call ask_by_child('sheet_step', format('case when current_setting(''app.actor_kind'', true) = ''GUARDIAN'' '
    || 'and step in (''SUBMITTED'', ''APPROVED'', ''RETURNED'', ''SENT_BACK'', ''MEETING_HELD'', ''NOT_ANSWERED'', ''USED_INSIDE'') then 0 '
    || 'when %s then 1 else 0 end <> 0', child_condition('sheet_step', 'sees_child')));
end $body$;
-- What each section said when somebody approved it last: the next approver sees what is different since.
create table sheet_approved (
  tenant_id integer not null,
  sheet_id uuid not null,
  revision integer not null,
  section text not null,
  child_id uuid not null,
  item_id uuid not null,
  answers jsonb not null,
  approved_at timestamptz not null,
  constraint sheet_approved_pk primary key (tenant_id, sheet_id, revision, section),
  constraint sheet_approved_part foreign key (tenant_id, sheet_id, revision, section) references sheet_part
);
-- What writers and approvers say to each other about one field, until it is settled.
create table sheet_remark (
  tenant_id integer not null,
  remark_id uuid not null,
  sheet_id uuid not null,
  revision integer not null,
  child_id uuid not null,
  item_id uuid not null,
  field text not null,
  words text not null,
  by_staff uuid not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  constraint sheet_remark_pk primary key (tenant_id, remark_id),
  constraint sheet_remark_sheet foreign key (tenant_id, sheet_id) references sheet
);
create index sheet_remark_of_sheet on sheet_remark (tenant_id, sheet_id);
call guard_by_child('sheet_approved');
call guard_by_child('sheet_remark');
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['sheet_approved', 'sheet_remark'] loop
    call ask_by_child(guarded, format('case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 '
      || 'when current_setting(''app.actor_kind'', true) <> ''STAFF'' then 0 '
      || 'when exists (select 1 from item i where i.tenant_id = %1$I.tenant_id and i.child_id = %1$I.child_id '
      || 'and i.item_id = %1$I.item_id offset 0) then 1 else 0 end <> 0', guarded));
  end loop;
end $body$;
