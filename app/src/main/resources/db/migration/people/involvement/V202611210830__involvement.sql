-- Which organisation deals with a child, how, from when to when.
create table involvement (
  tenant_id integer not null,
  involvement_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  decided_by uuid,
  constraint involvement_pk primary key (tenant_id, involvement_id),
  constraint involvement_kind check (kind in ('REGISTRATION', 'PREPARING', 'ENROLMENT', 'PROGRAMME', 'PROVISION',
    'CONSULTATION', 'REFERRAL', 'ASSESSMENT', 'VISIT', 'MEETING', 'APPLICATION')),
  constraint involvement_period check (valid_to is null or valid_from < valid_to),
  constraint involvement_child foreign key (tenant_id, child_id) references child,
  constraint involvement_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index involvement_by_child on involvement (tenant_id, child_id);
create index involvement_by_organisation on involvement (tenant_id, organisation_id, kind);
-- The class within an enrolment; it changes every April while the enrolment goes on.
create table class_place (
  tenant_id integer not null,
  involvement_id uuid not null,
  class_id uuid not null,
  child_id uuid not null,
  number integer,
  valid_from date not null,
  valid_to date,
  constraint class_place_pk primary key (tenant_id, involvement_id, valid_from),
  constraint class_place_period check (valid_to is null or valid_from < valid_to),
  constraint class_place_involvement foreign key (tenant_id, involvement_id) references involvement,
  constraint class_place_class foreign key (tenant_id, class_id) references organisation_class
);
create index class_place_by_class on class_place (tenant_id, class_id);
call guard_by_child('involvement');
call guard_by_child('class_place');
