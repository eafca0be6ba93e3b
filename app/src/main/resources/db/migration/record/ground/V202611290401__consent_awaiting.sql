-- What waits for a second organisation is looked for on every first page, and is little of all there is.
create index consent_awaiting on consent (tenant_id, child_id) where awaits;
