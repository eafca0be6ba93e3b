-- A consent whose giver only the receiver itself vouches for opens nothing until a hub or a giving
-- organisation confirms it.
alter table consent add column awaits boolean not null default false;
create table consent_confirmation (
  tenant_id integer not null,
  consent_id uuid not null,
  organisation_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  constraint consent_confirmation_pk primary key (tenant_id, consent_id),
  constraint consent_confirmation_of foreign key (tenant_id, consent_id) references consent
);
call open_within_tenant('consent_confirmation');
-- The place outside the register that a consent to hand over names, as the family read it.
alter table consent add column place text;
alter table consent_request add column place text;
