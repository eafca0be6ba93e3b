-- Whoever is signed in sees where, and ends it: a name for each session that opens nothing, and what kind of browser it
-- is at (machine and program, no version; nothing by which one could be told from another of its kind).
alter table infra.session add column session_id uuid not null default gen_random_uuid();
alter table infra.session add column browser text not null default 'OTHER OTHER';
-- How long it lasts without a request: decided when it begins.
alter table infra.session add column idle_seconds integer not null default 3600;
alter table infra.session add constraint session_once unique (session_id);
alter table infra.session add constraint session_idle check (idle_seconds > 0);
