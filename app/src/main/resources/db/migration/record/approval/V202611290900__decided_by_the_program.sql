-- Nobody decides about a sheet but by the actions of the program, which ask first who may: it alone puts down steps and openings.
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['approval_step', 'approval_opened'] loop
    execute format('alter policy may_add on %I with check (case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 else 0 end <> 0)', guarded);
    execute format('alter policy may_change on %I using (case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 else 0 end <> 0)', guarded);
    execute format('alter policy may_remove on %I using (case when current_setting(''app.actor_kind'', true) = ''JOB'' then 1 else 0 end <> 0)', guarded);
  end loop;
end $body$;
alter table approval_opened add constraint approval_opened_sheet foreign key (tenant_id, sheet_id) references sheet;
-- Somebody decided, but about a post that nobody holds; who decides in place of another says why.
alter table approval_step add constraint approval_step_by
  check ((decided_by is null) = (coalesce(manner, 'VACANT') = 'VACANT'));
alter table approval_step add constraint approval_step_reason check (manner is distinct from 'DEPUTY' or note is not null);
-- A sheet is at one post at a time.
create unique index approval_step_turn on approval_step (tenant_id, sheet_id) where running and since is not null and manner is null;
