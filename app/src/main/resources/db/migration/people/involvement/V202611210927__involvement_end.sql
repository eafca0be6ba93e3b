-- Why an involvement ended; its last day stands in the involvement itself.
create table involvement_end (
  tenant_id integer not null,
  involvement_id uuid not null,
  child_id uuid not null,
  reason text not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint involvement_end_pk primary key (tenant_id, involvement_id),
  constraint involvement_end_reason check (reason in ('GRADUATED', 'TRANSFERRED', 'MOVED', 'LEFT', 'MISTAKE', 'OTHER')),
  constraint involvement_end_of foreign key (tenant_id, involvement_id) references involvement
);
call guard_by_child('involvement_end');
