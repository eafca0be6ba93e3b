-- Who decides for a child, as which kind, and who must not. From the 18th birthday it is the person, or a 成年後見人.
alter table guardianship drop constraint guardianship_relation;
alter table guardianship add constraint guardianship_relation check (relation in ('MOTHER', 'FATHER', 'GRANDMOTHER', 'GRANDFATHER',
  'FOSTER', 'GUARDIAN_OF_MINOR', 'FACILITY_HEAD', 'OTHER', 'SELF', 'ADULT_GUARDIAN'));
alter table guardianship add column authority_kind text;
alter table guardianship no force row level security;
update guardianship set authority_kind = case relation when 'FOSTER' then 'FOSTER' when 'GUARDIAN_OF_MINOR' then 'MINOR_GUARDIAN'
  when 'FACILITY_HEAD' then 'FACILITY_HEAD' else 'PARENTAL' end where authority_from is not null;
alter table guardianship force row level security;
alter table guardianship add constraint guardianship_authority_kind check (authority_kind is null
  or authority_kind in ('PARENTAL', 'JOINT', 'MINOR_GUARDIAN', 'FOSTER', 'FACILITY_HEAD', 'OWN', 'ADULT_GUARDIAN'));
alter table guardianship add constraint guardianship_authority_told check ((authority_from is null) = (authority_kind is null));

-- 権限の制限: a guardian who does not decide for the child and reads nothing of it, whoever else says so. It holds at once;
-- valid_to is the first day it no longer holds.
create table guardian_restriction (
  tenant_id integer not null,
  restriction_id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  reason text not null,
  evidence text not null,
  valid_from date not null,
  valid_to date,
  organisation_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_evidence text,
  constraint guardian_restriction_pk primary key (tenant_id, restriction_id),
  constraint guardian_restriction_reason check (reason in ('CUSTODY', 'SUSPENDED', 'PROTECTION', 'OTHER')),
  constraint guardian_restriction_period check (valid_to is null or valid_from <= valid_to),
  constraint guardian_restriction_lifted check ((lifted_by is null) = (lifted_at is null)
    and (lifted_at is null) = (lifted_evidence is null) and (lifted_at is null or valid_to is not null)),
  constraint guardian_restriction_of foreign key (tenant_id, child_id, guardian_id) references guardianship,
  constraint guardian_restriction_organisation foreign key (tenant_id, organisation_id) references organisation
);
create index guardian_restriction_by_child on guardian_restriction (tenant_id, child_id);
call guard_by_child('guardian_restriction');
