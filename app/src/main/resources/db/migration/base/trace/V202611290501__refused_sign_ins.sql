-- Refused sign-ins stand in nobody's name; the auditor finds those of a staff member by whose account it was.
create index audit_event_refused on audit_event (tenant_id, at)
  where action = 'SIGN_IN_REFUSED' and actor_kind = 'JOB';
