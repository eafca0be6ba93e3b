-- Why an assignment reaches a child. RUNNING: the involvement runs; AFTER: own records only; LAW: a ground without consent
-- names the organisation; EMERGENCY: opened by the holder in an emergency, to the minute kept where it was opened.
alter table reach add column kind text;
alter table reach no force row level security;
update reach set kind = case when running then 'RUNNING' else 'AFTER' end;
alter table reach force row level security;
alter table reach alter column kind set not null;
alter table reach drop constraint reach_pk;
alter table reach drop column running;
alter table reach add constraint reach_pk primary key (tenant_id, child_id, assignment_id, kind, valid_from);
alter table reach add constraint reach_kind check (kind in ('RUNNING', 'AFTER', 'LAW', 'EMERGENCY'));

-- Sections (form key/section key) that a grant of a whole category leaves out: the family objected to them.
alter table access_grant add column excluded text[] not null default '{}';
alter table access_grant drop constraint access_grant_ground;
alter table access_grant add constraint access_grant_ground
  check (ground_kind in ('USE', 'HANDOVER', 'SHARE', 'AUTHORITY', 'LAW'));
