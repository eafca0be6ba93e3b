-- Whoever serves several municipalities, or one in several ways, says at the door as whom: the one chosen last is
-- offered first.
alter table account_membership add column chosen_at timestamptz;
-- Everything was shown and this is asked for. No session, and no half sign-in: no other page looks here.
create table infra.sign_in_choice (
  token_hash bytea not null,
  account_id uuid not null,
  began_at timestamptz not null,
  shown_by text not null,
  passkey_id uuid,
  by_password boolean not null,
  constraint sign_in_choice_pk primary key (token_hash)
);
create index sign_in_choice_by_account on infra.sign_in_choice (account_id);
create index sign_in_choice_by_age on infra.sign_in_choice (began_at);
grant select, insert, update, delete on infra.sign_in_choice to ${application_role};
-- Whether the password was shown when it began: what was shown for one municipality alone (its identity provider, its
-- terminal, a family's passkey) is no ground in another.
alter table infra.session add column by_password boolean not null default false;
