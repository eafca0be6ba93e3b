-- 計画の求め: a place (receiver) asks another (sender) for a sheet or parts of it. Its id is that of the consent it may come to.
-- state is the last stored one; what lapses by itself follows from the days.
create table plan_request (
  tenant_id integer not null,
  consent_id uuid not null,
  child_id uuid not null,
  receiver_id uuid not null,
  sender_id uuid not null,
  form_key text not null,
  fiscal_year integer not null,
  sections text[] not null,
  why text not null,
  needed_by date not null,
  readable_until date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null,
  state_at timestamptz not null,
  sheet_id uuid,
  readable_to date,
  reason text,
  told_at timestamptz,
  constraint plan_request_pk primary key (tenant_id, consent_id),
  constraint plan_request_state check (state in
    ('ASKED', 'AGREED', 'CONFIRMING', 'READABLE', 'REFUSED', 'DECLINED', 'WITHDRAWN', 'CANCELLED')),
  constraint plan_request_two check (receiver_id <> sender_id),
  constraint plan_request_something check (cardinality(sections) > 0 and why <> ''),
  constraint plan_request_reason check (reason is null or reason in ('NOT_THERE', 'TALK', 'UNSAID', 'OTHER')),
  constraint plan_request_child foreign key (tenant_id, child_id) references child,
  constraint plan_request_asker foreign key (tenant_id, receiver_id) references organisation,
  constraint plan_request_author foreign key (tenant_id, sender_id) references organisation
);
create index plan_request_by_asker on plan_request (tenant_id, receiver_id, asked_at);
create index plan_request_by_author on plan_request (tenant_id, sender_id, asked_at);
create index plan_request_by_child on plan_request (tenant_id, child_id);
-- Every step: what, who, when, with which words.
create table plan_request_step (
  tenant_id integer not null,
  consent_id uuid not null,
  ordinal integer not null,
  move text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  organisation_id uuid,
  note text,
  constraint plan_request_step_pk primary key (tenant_id, consent_id, ordinal),
  constraint plan_request_step_of foreign key (tenant_id, consent_id) references plan_request
);
-- Read by the program alone: who may see one (who asked, who answers) the action decides by reach.
call guard_child_data('plan_request', 'false', 'false');
call open_within_tenant('plan_request_step');
