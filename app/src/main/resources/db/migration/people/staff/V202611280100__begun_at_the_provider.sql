-- Whoever began at the identity provider is asked for no password on the way in, whatever was shown after it: half done
-- sign-ins and sessions keep that they began there.
alter table infra.half_sign_in add column by_provider boolean not null default false;
alter table infra.session add column by_provider boolean not null default false;
update infra.session set by_provider = true where begun_by = 'PROVIDER';
