-- One-time code by which a staff member opens an account, or comes in with the login she or he has already; only its
-- slow digest is kept.
create table staff_invitation (
  tenant_id integer not null,
  invitation_id uuid not null,
  staff_id uuid not null,
  code_hash bytea not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint staff_invitation_pk primary key (tenant_id, invitation_id),
  constraint staff_invitation_of foreign key (tenant_id, staff_id) references staff
);
create unique index staff_invitation_by_code on staff_invitation (tenant_id, code_hash);
create index staff_invitation_by_staff on staff_invitation (tenant_id, staff_id);
call open_within_tenant('staff_invitation');
-- Which municipality a digest belongs to: asked before anybody is known, so it stands outside the municipalities and
-- says nothing of a person. Kept longer than the code works, so that a late try leaves a row where it belongs.
create table infra.staff_invitation_door (
  code_hash bytea not null,
  tenant_id integer not null,
  kept_until timestamptz not null,
  constraint staff_invitation_door_pk primary key (code_hash)
);
grant select, insert, delete on infra.staff_invitation_door to ${application_role};
