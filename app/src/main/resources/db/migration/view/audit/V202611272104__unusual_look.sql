-- ふだんと違う閲覧: what came of it where somebody looked at a finding. The finding itself is worked out from the trace; it is known
-- again by its rule, the person, the child (the nil id for none) and the day.
create table unusual_look (
  tenant_id integer not null,
  rule text not null,
  actor_id uuid not null,
  subject_id uuid not null,
  day date not null,
  looked_by uuid not null,
  looked_at timestamptz not null,
  note text not null,
  constraint unusual_look_pk primary key (tenant_id, rule, actor_id, subject_id, day),
  constraint unusual_look_rule check (rule in ('MANY', 'NIGHT', 'SAME_NAME', 'AFTER_LONG', 'PRINTS')),
  constraint unusual_look_note check (note <> '')
);
create index unusual_look_by_day on unusual_look (tenant_id, day);
call open_within_tenant('unusual_look');
