-- Which municipality an invitation's digest belongs to: asked before anybody is known, so it stands
-- outside the municipalities and says nothing of a person.
create table infra.invitation (
  code_hash bytea not null,
  tenant_id integer not null,
  expires_at timestamptz not null,
  constraint invitation_pk primary key (code_hash)
);
grant select, insert, delete on infra.invitation to ${application_role};
