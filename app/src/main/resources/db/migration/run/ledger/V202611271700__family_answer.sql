-- What the registration needs when the family agrees. Unknown of families that an earlier version took in.
alter table ledger_family add column sex text;
alter table ledger_family add column address text;
alter table ledger_family add column relation text;
alter table ledger_family add column staff_name text;
-- One click said that a family had answered, and not what: such families are on the list again.
alter table ledger_family drop column answered_at;
alter table ledger_family drop column answered_by;

-- What a family answered; while there is no row it is still to be asked.
create table ledger_family_answer (
  tenant_id integer not null,
  family_id uuid not null,
  organisation_id uuid not null,
  answer text not null,
  answered_on date not null,
  giver_name text,
  programmes text not null,
  staff_id uuid,
  -- the id the child will have on record, made in advance
  intake_id uuid,
  -- until then who the family was stays known, so that nobody asks again
  kept_until date,
  noted_at timestamptz not null,
  noted_by uuid not null,
  constraint ledger_family_answer_pk primary key (tenant_id, family_id),
  constraint ledger_family_answer_is check (answer in ('AGREED', 'DECLINED')),
  constraint ledger_family_answer_intake check ((answer = 'AGREED') = (intake_id is not null)),
  constraint ledger_family_answer_kept check ((answer = 'DECLINED') = (kept_until is not null)),
  constraint ledger_family_answer_of foreign key (tenant_id, family_id) references ledger_family
);
create index ledger_family_answer_intakes on ledger_family_answer (tenant_id, intake_id);
call guard_child_data('ledger_family_answer',
  'ledger_family_answer.organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[])',
  'false');

-- When a family was asked, each time.
create table ledger_family_asking (
  tenant_id integer not null,
  asking_id uuid not null,
  family_id uuid not null,
  organisation_id uuid not null,
  asked_on date not null,
  note text not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  constraint ledger_family_asking_pk primary key (tenant_id, asking_id),
  constraint ledger_family_asking_of foreign key (tenant_id, family_id) references ledger_family
);
create index ledger_family_asking_by_family on ledger_family_asking (tenant_id, family_id);
call guard_child_data('ledger_family_asking',
  'ledger_family_asking.organisation_id = any (coalesce(nullif(current_setting(''app.organisations'', true), ''''), ''{}'')::uuid[])',
  'false');
