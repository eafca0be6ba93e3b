-- A place is called otherwise from a day on, or works no longer; what it was called stays known.
alter table organisation add column closed_from date;
alter table organisation_class add column closed_from date;
create table organisation_name (
  tenant_id integer not null,
  organisation_id uuid not null,
  -- the first day of the next name
  valid_to date not null,
  name text not null,
  kana text not null,
  constraint organisation_name_pk primary key (tenant_id, organisation_id, valid_to),
  constraint organisation_name_of foreign key (tenant_id, organisation_id) references organisation
);
create table organisation_class_name (
  tenant_id integer not null,
  class_id uuid not null,
  valid_to date not null,
  name text not null,
  constraint organisation_class_name_pk primary key (tenant_id, class_id, valid_to),
  constraint organisation_class_name_of foreign key (tenant_id, class_id) references organisation_class
);
call open_within_tenant('organisation_name');
call open_within_tenant('organisation_class_name');
