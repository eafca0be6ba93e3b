-- Which organisation put it on record that a guardian decides for a child: no organisation may open
-- records for itself by the signature of a guardian whom nobody else has vouched for.
alter table guardian_authority add column organisation_id uuid;
