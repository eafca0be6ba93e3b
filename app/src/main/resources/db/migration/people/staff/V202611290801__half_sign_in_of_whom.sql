-- Whom the identity provider means with somebody who must still show our second factor: kept with the account once that
-- was shown, and not before.
alter table infra.half_sign_in add column issuer text;
alter table infra.half_sign_in add column subject_digest text;
alter table infra.half_sign_in add constraint half_sign_in_of_whom check ((issuer is null) = (subject_digest is null));
