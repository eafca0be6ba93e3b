-- この園（学校）の端末: a browser that the head of a place registered. It is known by a signed cookie; the row says that it
-- still counts. Whoever signs in there acts for that place only.
create table terminal (
  tenant_id integer not null,
  terminal_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  browser text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  used_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  constraint terminal_pk primary key (tenant_id, terminal_id),
  constraint terminal_at foreign key (tenant_id, organisation_id) references organisation,
  constraint terminal_by foreign key (tenant_id, registered_by) references staff (tenant_id, staff_id),
  constraint terminal_name check (name <> ''),
  constraint terminal_ended check ((ended_by is null) = (ended_at is null))
);
create index terminal_by_place on terminal (tenant_id, organisation_id);
call open_within_tenant('terminal');

-- PIN of a staff member, hashed like a password; good at registered terminals only.
create table staff_pin (
  tenant_id integer not null,
  staff_id uuid not null,
  pin_hash text not null,
  set_at timestamptz not null,
  constraint staff_pin_pk primary key (tenant_id, staff_id),
  constraint staff_pin_of foreign key (tenant_id, staff_id) references staff
);
call open_within_tenant('staff_pin');

-- Wrong PINs of one person at one terminal in a row; counted before they are looked at.
create table pin_try (
  tenant_id integer not null,
  terminal_id uuid not null,
  staff_id uuid not null,
  tries integer not null,
  constraint pin_try_pk primary key (tenant_id, terminal_id, staff_id),
  constraint pin_try_at foreign key (tenant_id, terminal_id) references terminal,
  constraint pin_try_of foreign key (tenant_id, staff_id) references staff
);
call open_within_tenant('pin_try');

-- A session begun at a terminal, and the place it acts for; and when its owner last showed the password.
alter table infra.session add column terminal_id uuid;
alter table infra.session add column organisation_id uuid;
alter table infra.session add column password_at timestamptz;
alter table infra.session add constraint session_terminal check ((terminal_id is null) = (organisation_id is null));
create index session_by_terminal on infra.session (terminal_id) where terminal_id is not null;
