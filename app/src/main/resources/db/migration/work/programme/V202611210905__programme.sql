-- 支援事業 of an organisation and who takes part in which fiscal year.
create table programme (
  tenant_id integer not null,
  programme_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  closed_on date,
  constraint programme_pk primary key (tenant_id, programme_id),
  constraint programme_once unique (tenant_id, organisation_id, name),
  constraint programme_of foreign key (tenant_id, organisation_id) references organisation
);
create table participation (
  tenant_id integer not null,
  programme_id uuid not null,
  child_id uuid not null,
  fiscal_year integer not null,
  valid_from date not null,
  valid_to date not null,
  staff_id uuid,
  constraint participation_pk primary key (tenant_id, programme_id, child_id, fiscal_year),
  constraint participation_period check (valid_from < valid_to),
  constraint participation_programme foreign key (tenant_id, programme_id) references programme,
  constraint participation_child foreign key (tenant_id, child_id) references child
);
create index participation_by_child on participation (tenant_id, child_id);
call open_within_tenant('programme');
call guard_by_child('participation');
