-- Tries of signing in, counted before they are made: one row for a login at an address, for an address, and for a
-- login at a browser it has signed in from before. The subject is a digest; next_at is when such a browser may try again.
create table infra.sign_in_try (
  subject text not null,
  since timestamptz not null,
  tries integer not null,
  next_at timestamptz not null,
  constraint sign_in_try_pk primary key (subject),
  constraint sign_in_try_tries check (tries >= 0)
);
create index sign_in_try_by_age on infra.sign_in_try (since);
grant select, insert, update, delete on infra.sign_in_try to ${application_role};
-- A guardian's earlier account stops acting for the guardian.
grant delete on account_membership to ${application_role};
-- Its predecessor counted failures only, after the fact.
drop table infra.login_attempt;
