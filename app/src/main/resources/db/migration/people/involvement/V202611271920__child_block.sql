-- 閲覧の制限: a staff member (relative, party) or an organisation that must not see a child, whatever else would open it.
-- valid_to is the first day it no longer holds; the same day as valid_from where it was lifted on its first day.
create table child_block (
  tenant_id integer not null,
  block_id uuid not null,
  child_id uuid not null,
  staff_id uuid,
  organisation_id uuid,
  reason text not null,
  note text,
  valid_from date not null,
  valid_to date,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_note text,
  constraint child_block_pk primary key (tenant_id, block_id),
  constraint child_block_whom check ((staff_id is null) <> (organisation_id is null)),
  constraint child_block_reason check (reason in ('RELATIVE', 'PARTY', 'FAMILY', 'OTHER')),
  constraint child_block_period check (valid_to is null or valid_from <= valid_to),
  constraint child_block_lifted check ((lifted_by is null) = (lifted_at is null) and (lifted_at is null) = (valid_to is null)),
  constraint child_block_child foreign key (tenant_id, child_id) references child,
  constraint child_block_staff foreign key (tenant_id, staff_id) references staff,
  constraint child_block_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index child_block_by_child on child_block (tenant_id, child_id);
create index child_block_by_staff on child_block (tenant_id, staff_id);
create index child_block_by_organisation on child_block (tenant_id, organisation_id);
call guard_by_child('child_block');
