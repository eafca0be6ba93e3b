-- Nobody makes a reader by himself: an assignment holds from the day on which it was confirmed, never before it begins.
-- Null while it waits, and for good where it was refused: whoever asks who holds a post compares this day.
alter table assignment add column holds_from date;
alter table assignment no force row level security;
update assignment set holds_from = valid_from;
alter table assignment force row level security;
alter table assignment add constraint assignment_holds check (holds_from is null or holds_from >= valid_from);
-- Who asked for an assignment and what came of it. AT_ONCE: the first leading person of a place that knows no child yet.
create table assignment_confirmation (
  tenant_id integer not null,
  assignment_id uuid not null,
  staff_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  outcome text,
  ended_by uuid,
  ended_at timestamptz,
  reason text,
  seen_by uuid,
  seen_at timestamptz,
  constraint assignment_confirmation_pk primary key (tenant_id, assignment_id),
  constraint assignment_confirmation_of foreign key (tenant_id, assignment_id) references assignment,
  constraint assignment_confirmation_outcome check (outcome in ('CONFIRMED', 'REFUSED', 'AT_ONCE')),
  constraint assignment_confirmation_ended check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
  constraint assignment_confirmation_two check (outcome is distinct from 'CONFIRMED' or ended_by <> made_by and ended_by <> staff_id),
  constraint assignment_confirmation_reason check (outcome is distinct from 'REFUSED' or reason <> ''),
  constraint assignment_confirmation_seen check ((seen_by is null) = (seen_at is null))
);
create index assignment_confirmation_waiting on assignment_confirmation (tenant_id, made_at) where outcome is null;
create index assignment_confirmation_refused on assignment_confirmation (tenant_id) where outcome = 'REFUSED' and seen_at is null;
call open_within_tenant('assignment_confirmation');
