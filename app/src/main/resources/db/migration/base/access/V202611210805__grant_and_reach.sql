-- What follows from consent and involvement, kept in the transaction that changes a fact.

-- reach: which child an assignment (staff member at a post) deals with, from when to when.
-- running: the involvement runs; otherwise only the organisation's own records may still be read.
create table reach (
  tenant_id integer not null,
  assignment_id uuid not null,
  child_id uuid not null,
  running boolean not null,
  valid_from date not null,
  valid_to date not null,
  constraint reach_pk primary key (tenant_id, child_id, assignment_id, running, valid_from),
  constraint reach_period check (valid_from < valid_to)
);
create index reach_by_assignment on reach (tenant_id, assignment_id, child_id);

-- access_grant: to whom which category of a child is open. Null author, section, item: all of them.
create table access_grant (
  tenant_id integer not null,
  grant_id uuid not null,
  child_id uuid not null,
  grantee_kind text not null,
  grantee_id uuid not null,
  category text not null,
  author_id uuid,
  section text,
  item_id uuid,
  with_history boolean not null,
  valid_from date not null,
  valid_to date not null,
  ground_kind text not null,
  ground_id uuid not null,
  constraint access_grant_pk primary key (tenant_id, child_id, grant_id),
  constraint access_grant_grantee check (grantee_kind in ('ORGANISATION', 'GUARDIAN', 'PERSON')),
  constraint access_grant_ground check (ground_kind in ('USE', 'HANDOVER', 'SHARE', 'AUTHORITY')),
  constraint access_grant_category check (category in ('IDENTITY', 'LOCATION', 'INVOLVEMENT', 'PROFILE',
    'FAMILY', 'HEALTH', 'ASSESSMENT', 'CONSULTATION', 'SUPPORT', 'PLAN', 'MEETING', 'PROVISION', 'CONTACT')),
  constraint access_grant_period check (valid_from < valid_to)
);
create index access_grant_by_grantee on access_grant (tenant_id, grantee_id, child_id);

call open_within_tenant('reach');
call open_within_tenant('access_grant');
