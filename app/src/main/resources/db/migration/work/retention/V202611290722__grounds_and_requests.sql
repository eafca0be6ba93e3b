-- Consents, what the family said beside them, grounds in law, requests and emergencies are kept for a time of their own.
alter table retention_rule drop constraint retention_rule_kind;
alter table retention_rule add constraint retention_rule_kind
  check (kind in ('PROFILE', 'PROGRAMME', 'NURSERY', 'SCHOOL', 'HANDOVER', 'OTHER', 'HANDOVER_RECORD',
    'CONSENT', 'OBJECTION', 'SHOWING', 'LAW', 'REQUEST', 'EMERGENCY'));
