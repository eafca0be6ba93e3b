-- 署名された紙が戻った: when a signed paper came back, and who put it on file. Its scan is with the evidence.
create table consent_copy (
  tenant_id integer not null,
  consent_id uuid not null,
  ordinal integer not null,
  returned_on date not null,
  paper_place text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint consent_copy_pk primary key (tenant_id, consent_id, ordinal),
  constraint consent_copy_of foreign key (tenant_id, consent_id) references consent
);
call open_within_tenant('consent_copy');
