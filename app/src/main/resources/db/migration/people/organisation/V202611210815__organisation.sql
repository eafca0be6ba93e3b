create table organisation (
  tenant_id integer not null,
  organisation_id uuid not null,
  name text not null,
  kana text not null,
  kind text not null,
  tier integer,
  sector text not null,
  district text,
  connection text not null,
  phone text,
  constraint organisation_pk primary key (tenant_id, organisation_id),
  constraint organisation_named check (name <> ''),
  constraint organisation_kind check (kind in ('CENTRE', 'EDUCATION_CENTRE', 'NURSERY', 'KINDERGARTEN',
    'CERTIFIED_CHILDCARE', 'ELEMENTARY', 'JUNIOR_HIGH', 'HIGH_SCHOOL', 'SPECIAL_NEEDS_SCHOOL', 'DAY_SERVICE',
    'AFTER_SCHOOL', 'HEALTH_CENTRE', 'CITY_OFFICE', 'BOARD_OF_EDUCATION', 'MEDICAL')),
  constraint organisation_tier check (tier between 1 and 3),
  constraint organisation_sector check (sector in ('HEALTH', 'CHILDCARE', 'EDUCATION', 'WELFARE', 'MEDICAL', 'WORK')),
  constraint organisation_connection check (connection in ('PAPER', 'READ', 'READ_WRITE'))
);
create table organisation_class (
  tenant_id integer not null,
  class_id uuid not null,
  organisation_id uuid not null,
  fiscal_year integer not null,
  name text not null,
  constraint organisation_class_pk primary key (tenant_id, class_id),
  constraint organisation_class_once unique (tenant_id, organisation_id, fiscal_year, name),
  constraint organisation_class_of foreign key (tenant_id, organisation_id) references organisation
);
call open_within_tenant('organisation');
call open_within_tenant('organisation_class');
