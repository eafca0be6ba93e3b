-- Whom a post reaches is answered from the index alone: every policy asks it for each row.
create index reach_by_post on reach (tenant_id, assignment_id, child_id) include (kind, valid_from, valid_to);
drop index reach_by_assignment;
