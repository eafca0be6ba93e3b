-- Not sheets alone are kept for a time of their own: what a disposal names is a record of a kind.
alter table disposal_sheet rename to disposal_named;
alter table disposal_named rename column sheet_id to record_id;
alter table disposal_named drop constraint disposal_sheet_pk;
alter table disposal_named drop constraint disposal_sheet_once;
alter table disposal_named add constraint disposal_named_pk primary key (tenant_id, disposal_id, kind, record_id);
alter table disposal_named add constraint disposal_named_once unique (tenant_id, kind, record_id);
alter table disposal_named rename constraint disposal_sheet_of to disposal_named_of;
alter table disposal_line rename column sheets to records;
create index disposal_named_by_child on disposal_named (tenant_id, child_id);

alter table retention_rule drop constraint retention_rule_kind;
alter table retention_rule add constraint retention_rule_kind
  check (kind in ('PROFILE', 'PROGRAMME', 'NURSERY', 'SCHOOL', 'HANDOVER', 'OTHER', 'HANDOVER_RECORD'));
-- OVER: from the end of the year in which it stopped to hold.
alter table retention_rule drop constraint retention_rule_start;
alter table retention_rule add constraint retention_rule_start
  check (start_at in ('YEAR', 'LEFT', 'ENDED', 'EIGHTEEN', 'OVER'));
