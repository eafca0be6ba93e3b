-- Whom the identity provider means with an account: the name that it gives a person for itself (sub), kept at the first
-- sign-in there. A login may pass to somebody else at the provider; this name does not. Kept as a digest: it is compared
-- and nothing else. One person there, one account here.
create table infra.provider_subject (
  account_id uuid not null,
  issuer text not null,
  subject_hash bytea not null,
  kept_at timestamptz not null,
  constraint provider_subject_pk primary key (account_id, issuer),
  constraint provider_subject_once unique (issuer, subject_hash)
);
grant select, insert, update, delete on infra.provider_subject to ${application_role};
