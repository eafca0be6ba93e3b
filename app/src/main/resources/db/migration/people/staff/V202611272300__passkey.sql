-- Passkeys and security keys of an account: what the browser's authenticator said when it was registered. Nothing secret
-- is among it: the key itself never leaves the authenticator. sign_count is the last counter it told; going back means a
-- copy, so it is moved on by one statement.
create table infra.passkey (
  passkey_id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  attested bytea not null,
  name text not null,
  sign_count bigint not null,
  verifies boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  added_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pk primary key (passkey_id),
  constraint passkey_once unique (credential_id),
  constraint passkey_name check (name <> '')
);
create index passkey_by_account on infra.passkey (account_id);
-- Questions that the program asked at the door (what a passkey signs) and that were answered, so that none is answered
-- twice; gone when they would be too old anyway.
create table infra.answered (
  question bytea not null,
  answered_at timestamptz not null,
  constraint answered_pk primary key (question)
);
create index answered_by_age on infra.answered (answered_at);
grant select, insert, update, delete on infra.passkey, infra.answered to ${application_role};
-- By what its owner was let in.
alter table infra.session add column begun_by text not null default 'PASSWORD';
alter table infra.session add constraint session_begun_by
  check (begun_by in ('PASSWORD', 'APP', 'RECOVERY_CODE', 'PASSKEY', 'PIN', 'PROVIDER'));
