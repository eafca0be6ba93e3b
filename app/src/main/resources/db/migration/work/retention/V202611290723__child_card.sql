-- A child of whom nothing else is left on record.
alter table retention_rule drop constraint retention_rule_kind;
alter table retention_rule add constraint retention_rule_kind
  check (kind in ('PROFILE', 'PROGRAMME', 'NURSERY', 'SCHOOL', 'HANDOVER', 'OTHER', 'HANDOVER_RECORD',
    'CONSENT', 'OBJECTION', 'SHOWING', 'LAW', 'REQUEST', 'EMERGENCY', 'CARD'));
