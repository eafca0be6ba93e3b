-- The consent by which a paper went out: it is not given out again after that consent has ended.
alter table issue add column consent_id uuid;
-- What a paper holds: its bytes are read only by who may read every part now.
create table issue_part (
  tenant_id integer not null,
  issue_id uuid not null,
  item_id uuid not null,
  child_id uuid not null,
  constraint issue_part_pk primary key (tenant_id, issue_id, item_id),
  constraint issue_part_issue foreign key (tenant_id, issue_id) references issue,
  constraint issue_part_item foreign key (tenant_id, child_id, item_id) references item
);
create index issue_part_by_item on issue_part (tenant_id, item_id);
call guard_by_child('issue_part');
create index issue_by_item on issue (tenant_id, item_id);
