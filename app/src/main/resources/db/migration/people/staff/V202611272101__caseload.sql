-- 担当児: who gave a child to whom, and who ended it.
alter table assigned_child add column given_by uuid;
alter table assigned_child add column given_at timestamptz;
alter table assigned_child add column ended_by uuid;
alter table assigned_child add column ended_at timestamptz;
alter table assigned_child add constraint assigned_child_period check (valid_to is null or valid_from < valid_to);
-- 代わり (産休・病休): this assignment stands in for another one: with its post, its class and the children given to it by name.
alter table assignment add column stands_in_for uuid;
alter table assignment add constraint assignment_stands_in foreign key (tenant_id, stands_in_for) references assignment;
create index assignment_standing_in on assignment (tenant_id, stands_in_for) where stands_in_for is not null;
