-- What was handed out on paper or as a file: number, receiver, purpose, and the very bytes.
create table issue (
  tenant_id integer not null,
  issue_id uuid not null,
  number integer not null,
  fiscal_year integer not null,
  child_id uuid not null,
  item_id uuid not null,
  receiver_id uuid,
  receiver_name text not null,
  purpose text not null,
  media_type text not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  content bytea not null,
  constraint issue_pk primary key (tenant_id, issue_id),
  constraint issue_number_once unique (tenant_id, fiscal_year, number),
  constraint issue_item foreign key (tenant_id, child_id, item_id) references item
);
create index issue_by_child on issue (tenant_id, child_id);
create table issue_number (
  tenant_id integer not null,
  fiscal_year integer not null,
  last_number integer not null,
  constraint issue_number_pk primary key (tenant_id, fiscal_year)
);
call guard_by_child('issue');
call open_within_tenant('issue_number');
