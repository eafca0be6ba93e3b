-- How many rows of ledgers a person had compared with all children on a day: the check must not become a way to find out who is on record.
create table ledger_look (
  tenant_id integer not null,
  staff_id uuid not null,
  on_day date not null,
  rows integer not null,
  constraint ledger_look_pk primary key (tenant_id, staff_id, on_day)
);
call open_within_tenant('ledger_look');
