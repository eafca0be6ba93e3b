-- What the auditor reads by: the rows of one actor, and of one organisation. Those of a child go by audit_subject.
create index audit_event_by_actor on audit_event (tenant_id, actor_id, at);
create index audit_event_by_organisation on audit_event (tenant_id, organisation_id, at);
