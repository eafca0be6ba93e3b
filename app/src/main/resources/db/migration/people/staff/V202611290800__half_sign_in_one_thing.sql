-- Who has shown something and must still show the second factor, or say as whom: one thing, one row behind one cookie.
-- Whoever is in the middle of signing in begins anew: it lasts five minutes.
delete from infra.half_sign_in;
alter table infra.half_sign_in add column awaits text not null;
alter table infra.half_sign_in add column shown_by text not null;
alter table infra.half_sign_in add column passkey_id uuid;
alter table infra.half_sign_in add column by_password boolean not null;
alter table infra.half_sign_in alter column by_provider drop default;
alter table infra.half_sign_in add constraint half_sign_in_awaits check (awaits in ('FACTOR', 'MEMBERSHIP'));
drop table infra.sign_in_choice;
