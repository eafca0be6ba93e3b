-- 記録の移しかえ: a sheet that was written on the wrong child, who moved it when and why, what the first child's family had
-- answered to it, and whether it had seen it. child_id is the first child.
create table relocation (
  tenant_id integer not null,
  relocation_id uuid not null,
  child_id uuid not null,
  to_child_id uuid not null,
  sheet_id uuid not null,
  organisation_id uuid not null,
  form_key text not null,
  form_version integer not null,
  why text not null,
  family_saw boolean not null,
  answers jsonb not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  constraint relocation_pk primary key (tenant_id, relocation_id),
  constraint relocation_two check (child_id <> to_child_id),
  constraint relocation_why check (why <> ''),
  constraint relocation_from foreign key (tenant_id, child_id) references child,
  constraint relocation_to foreign key (tenant_id, to_child_id) references child,
  constraint relocation_place foreign key (tenant_id, organisation_id) references organisation
);
create index relocation_by_child on relocation (tenant_id, child_id, moved_at);
create index relocation_by_sheet on relocation (tenant_id, sheet_id);
-- Read by the program alone: a row names two children.
call guard_child_data('relocation', 'false', 'false');
