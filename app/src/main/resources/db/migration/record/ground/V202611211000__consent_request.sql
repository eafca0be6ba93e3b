-- 同意のお願い: a consent as it was prepared, before anybody signed it. Becomes the consent of the
-- same id, once. The reference is random: the QR on the paper form holds nothing else.
create table consent_request (
  tenant_id integer not null,
  consent_id uuid not null,
  child_id uuid not null,
  reference text not null,
  kind text not null,
  purpose text not null,
  from_all boolean not null,
  giving uuid[] not null,
  receiving uuid[] not null,
  scope text[] not null,
  with_history boolean not null,
  entry_on date,
  valid_to date,
  organisation_id uuid,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_how text,
  constraint consent_request_pk primary key (tenant_id, consent_id),
  constraint consent_request_reference unique (tenant_id, reference),
  constraint consent_request_kind check (kind in ('USE', 'HANDOVER', 'SHARE')),
  constraint consent_request_closed check (closed_how in ('GIVEN', 'DECLINED', 'DROPPED')),
  constraint consent_request_child foreign key (tenant_id, child_id) references child
);
create index consent_request_by_child on consent_request (tenant_id, child_id);
call guard_by_child('consent_request');
