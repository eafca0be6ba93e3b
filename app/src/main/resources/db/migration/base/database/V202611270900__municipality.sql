-- Which municipalities this installation serves: what works for all of them (sealing the trace) asks
-- here, since no transaction sees the tenants of others. Numbers only.
create table infra.municipality (
  tenant_id integer not null,
  constraint municipality_pk primary key (tenant_id)
);
insert into infra.municipality select distinct tenant_id from account_membership;
grant select, insert on infra.municipality to ${application_role};
