-- Consents: who allows whom to read what of a child, for what, until when.
create table consent (
  tenant_id integer not null,
  consent_id uuid not null,
  child_id uuid not null,
  kind text not null,
  giver_kind text not null,
  giver_id uuid not null,
  means text not null,
  given_on date not null,
  purpose text not null,
  from_all boolean not null,
  with_history boolean not null,
  valid_from date not null,
  valid_to date,
  paper_place text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  item_id uuid,
  constraint consent_pk primary key (tenant_id, consent_id),
  constraint consent_kind check (kind in ('USE', 'HANDOVER', 'SHARE')),
  constraint consent_giver check (giver_kind in ('GUARDIAN', 'PERSON')),
  constraint consent_means check (means in ('PAPER', 'PORTAL')),
  constraint consent_period check (valid_to is null or valid_from < valid_to),
  constraint consent_child foreign key (tenant_id, child_id) references child
);
create index consent_by_child on consent (tenant_id, child_id);
create table consent_party (
  tenant_id integer not null,
  consent_id uuid not null,
  side text not null,
  organisation_id uuid not null,
  constraint consent_party_pk primary key (tenant_id, consent_id, side, organisation_id),
  constraint consent_party_side check (side in ('GIVING', 'RECEIVING')),
  constraint consent_party_of foreign key (tenant_id, consent_id) references consent
);
-- A scope is a category, or one section of a form (form key/section key) within its category.
create table consent_scope (
  tenant_id integer not null,
  consent_id uuid not null,
  category text not null,
  section text not null default '',
  constraint consent_scope_pk primary key (tenant_id, consent_id, category, section),
  constraint consent_scope_of foreign key (tenant_id, consent_id) references consent
);
create table consent_withdrawal (
  tenant_id integer not null,
  consent_id uuid not null,
  at timestamptz not null,
  by_kind text not null,
  by_id uuid not null,
  means text not null,
  asked_on date not null,
  recorded_by uuid,
  constraint consent_withdrawal_pk primary key (tenant_id, consent_id),
  constraint consent_withdrawal_of foreign key (tenant_id, consent_id) references consent
);
call guard_by_child('consent');
call open_within_tenant('consent_party');
call open_within_tenant('consent_scope');
call open_within_tenant('consent_withdrawal');
