-- A login. One person may serve several municipalities, so an account belongs to none.
create table account (
  account_id uuid not null,
  login text not null,
  password_hash text,
  password_set_at timestamptz,
  closed_at timestamptz,
  constraint account_pk primary key (account_id),
  constraint account_login_once unique (login)
);
create table account_membership (
  account_id uuid not null,
  tenant_id integer not null,
  kind text not null,
  member_id uuid not null,
  constraint account_membership_pk primary key (account_id, tenant_id, kind, member_id),
  constraint account_membership_kind check (kind in ('STAFF', 'GUARDIAN'))
);
-- Failed sign-ins by account and by address: the throttle slows the attacker without locking the owner out.
create table infra.login_attempt (
  attempt_id uuid not null,
  subject text not null,
  at timestamptz not null,
  constraint login_attempt_pk primary key (attempt_id)
);
create index login_attempt_by_subject on infra.login_attempt (subject, at);
create table infra.session (
  token_hash bytea not null,
  account_id uuid not null,
  tenant_id integer not null,
  kind text not null,
  member_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  constraint session_pk primary key (token_hash)
);
create index session_by_account on infra.session (account_id);
grant select, insert, update on account, account_membership to ${application_role};
grant select, insert, update, delete on infra.session, infra.login_attempt to ${application_role};

create table staff (
  tenant_id integer not null,
  staff_id uuid not null,
  account_id uuid,
  name text not null,
  kana text not null,
  pledge_on date,
  last_day_end date,
  constraint staff_pk primary key (tenant_id, staff_id)
);
create table post (
  tenant_id integer not null,
  post_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  reach text not null,
  ceiling text[] not null,
  rights text[] not null,
  constraint post_pk primary key (tenant_id, post_id),
  constraint post_once unique (tenant_id, organisation_id, kind),
  constraint post_reach check (reach in ('ORGANISATION', 'CASELOAD')),
  constraint post_of foreign key (tenant_id, organisation_id) references organisation
);
create table assignment (
  tenant_id integer not null,
  assignment_id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  class_id uuid,
  valid_from date not null,
  valid_to date,
  constraint assignment_pk primary key (tenant_id, assignment_id),
  constraint assignment_period check (valid_to is null or valid_from < valid_to),
  constraint assignment_staff foreign key (tenant_id, staff_id) references staff,
  constraint assignment_post foreign key (tenant_id, post_id) references post,
  constraint assignment_class foreign key (tenant_id, class_id) references organisation_class
);
create index assignment_by_staff on assignment (tenant_id, staff_id);
create index assignment_by_post on assignment (tenant_id, post_id);
-- Children given to one staff member by name, beside those of the class.
create table assigned_child (
  tenant_id integer not null,
  assignment_id uuid not null,
  child_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint assigned_child_pk primary key (tenant_id, assignment_id, child_id, valid_from),
  constraint assigned_child_of foreign key (tenant_id, assignment_id) references assignment
);
create index assigned_child_by_child on assigned_child (tenant_id, child_id);
call open_within_tenant('staff');
call open_within_tenant('post');
call open_within_tenant('assignment');
call open_within_tenant('assigned_child');
