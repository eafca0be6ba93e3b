-- Those that are over for long are looked for, and removed, at every sign-in.
create index session_by_begin on infra.session (created_at);
