-- What was approved is put down by the program alone; remarks by staff alone.
alter policy may_add on sheet_approved with check (case when current_setting('app.actor_kind', true) = 'JOB' then 1 else 0 end <> 0);
alter policy may_change on sheet_approved using (case when current_setting('app.actor_kind', true) = 'JOB' then 1 else 0 end <> 0);
alter policy may_remove on sheet_approved using (case when current_setting('app.actor_kind', true) = 'JOB' then 1 else 0 end <> 0);
alter policy may_add on sheet_remark with check (case when current_setting('app.actor_kind', true) in ('JOB', 'STAFF') then 1 else 0 end <> 0);
alter table sheet_approved add constraint sheet_approved_item foreign key (tenant_id, child_id, item_id) references item;
alter table sheet_remark add constraint sheet_remark_item foreign key (tenant_id, child_id, item_id) references item;
-- The sheets that somebody writes: asked for by the lists of what is in approval.
create index sheet_writer_of_staff on sheet_writer (tenant_id, staff_id);
