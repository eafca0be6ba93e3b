-- 引継ぎ: what goes with a child to the next place, on the ground of a HANDOVER consent.
create table handover (
  tenant_id integer not null,
  handover_id uuid not null,
  child_id uuid not null,
  consent_id uuid not null,
  receiver_id uuid not null,
  entry_on date not null,
  offered_at timestamptz not null,
  offered_by uuid not null,
  constraint handover_pk primary key (tenant_id, handover_id),
  constraint handover_consent foreign key (tenant_id, consent_id) references consent,
  constraint handover_receiver foreign key (tenant_id, receiver_id) references organisation
);
create index handover_by_receiver on handover (tenant_id, receiver_id);
create index handover_by_child on handover (tenant_id, child_id);
create table handover_receipt (
  tenant_id integer not null,
  handover_id uuid not null,
  child_id uuid not null,
  at timestamptz not null,
  staff_id uuid not null,
  constraint handover_receipt_pk primary key (tenant_id, handover_id),
  constraint handover_receipt_of foreign key (tenant_id, handover_id) references handover
);
call guard_by_child('handover');
call guard_by_child('handover_receipt');
