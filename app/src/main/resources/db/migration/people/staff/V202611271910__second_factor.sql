-- The second factor of an account: a secret that an app of its owner shares. Of no municipality, like the account. The
-- secret is sealed under a key kept outside the database; last_step is the time step of the last code that was taken,
-- so that a code is good once.
create table infra.second_factor (
  account_id uuid not null,
  secret bytea not null,
  confirmed_at timestamptz not null,
  last_step bigint not null,
  constraint second_factor_pk primary key (account_id)
);
-- Codes on paper for who has no app at hand: keyed digests, each good once.
create table infra.recovery_code (
  account_id uuid not null,
  digest bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, digest)
);
-- Who has shown the password and not yet the code. Opens nothing: no other page looks here.
create table infra.half_sign_in (
  token_hash bytea not null,
  account_id uuid not null,
  began_at timestamptz not null,
  constraint half_sign_in_pk primary key (token_hash)
);
create index half_sign_in_by_account on infra.half_sign_in (account_id);
create index half_sign_in_by_age on infra.half_sign_in (began_at);
grant select, insert, update, delete on infra.second_factor, infra.recovery_code, infra.half_sign_in to ${application_role};
-- Begun where a second factor is required and the account has none: good for setting one up, and nothing else.
alter table infra.session add column factor_missing boolean not null default false;

-- One administrator asks that somebody's second factor be taken off, another confirms it. factor_at says which factor
-- was meant: one set up since is not touched.
create table second_factor_removal (
  tenant_id integer not null,
  removal_id uuid not null,
  staff_id uuid not null,
  factor_at timestamptz not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  outcome text,
  constraint second_factor_removal_pk primary key (tenant_id, removal_id),
  constraint second_factor_removal_of foreign key (tenant_id, staff_id) references staff,
  constraint second_factor_removal_reason check (reason <> ''),
  constraint second_factor_removal_two check (outcome is distinct from 'CONFIRMED' or ended_by <> asked_by and ended_by <> staff_id),
  constraint second_factor_removal_outcome check (outcome in ('CONFIRMED', 'WITHDRAWN', 'EXPIRED')),
  constraint second_factor_removal_ended check ((outcome is null) = (ended_at is null))
);
create unique index second_factor_removal_open on second_factor_removal (tenant_id, staff_id) where ended_at is null;
call open_within_tenant('second_factor_removal');
