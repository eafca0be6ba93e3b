-- The spine of the record: one row per part of a sheet or entry. The timeline is a query on it.
create table item (
  tenant_id integer not null,
  item_id uuid not null,
  child_id uuid not null,
  kind text not null,
  category text not null,
  section text,
  author_kind text not null,
  author_id uuid not null,
  state text not null,
  latest boolean not null,
  for_guardian boolean not null,
  on_date date not null,
  fiscal_year integer not null,
  gist text not null,
  sheet_id uuid,
  revision integer,
  created_at timestamptz not null,
  created_by uuid,
  constraint item_pk primary key (tenant_id, child_id, item_id),
  constraint item_kind check (kind in ('SHEET', 'NOTE', 'CONSENT', 'ISSUE', 'ATTACHMENT')),
  constraint item_category check (category in ('IDENTITY', 'LOCATION', 'INVOLVEMENT', 'PROFILE', 'FAMILY', 'HEALTH',
    'ASSESSMENT', 'CONSULTATION', 'SUPPORT', 'PLAN', 'MEETING', 'PROVISION', 'CONTACT')),
  constraint item_author_kind check (author_kind in ('ORGANISATION', 'GUARDIAN', 'PERSON')),
  constraint item_state check (state in ('DRAFT', 'WITH_GUARDIAN', 'FINAL', 'SUPERSEDED', 'WITHDRAWN')),
  constraint item_child foreign key (tenant_id, child_id) references child
);
create index item_by_sheet on item (tenant_id, sheet_id, revision);
create index item_timeline on item (tenant_id, child_id, on_date desc, item_id);
create index item_by_author on item (tenant_id, author_id, fiscal_year);
call guard_child_data('item',
  'exists (select 1 from reach r where r.tenant_id = item.tenant_id and r.child_id = item.child_id '
  || 'and r.assignment_id = any (coalesce(nullif(current_setting(''app.assignments'', true), ''''), ''{}'')::uuid[]) '
  || 'and r.valid_from <= current_setting(''app.today'', true)::date and r.valid_to > current_setting(''app.today'', true)::date) '
  || 'and (item.author_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
  || 'or item.created_by = nullif(current_setting(''app.actor'', true), '''')::uuid '
  || 'or exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id '
  || 'and g.grantee_kind = ''ORGANISATION'' and g.category = item.category '
  || 'and g.grantee_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[]) '
  || 'and g.valid_from <= current_setting(''app.today'', true)::date and g.valid_to > current_setting(''app.today'', true)::date))',
  'item.author_id = nullif(current_setting(''app.actor'', true), '''')::uuid or (item.for_guardian and item.state in (''WITH_GUARDIAN'', ''FINAL'', ''SUPERSEDED'') '
  || 'and exists (select 1 from access_grant g where g.tenant_id = item.tenant_id and g.child_id = item.child_id '
  || 'and g.grantee_kind = ''GUARDIAN'' and g.grantee_id = nullif(current_setting(''app.actor'', true), '''')::uuid '
  || 'and g.valid_from <= current_setting(''app.today'', true)::date and g.valid_to > current_setting(''app.today'', true)::date))');
