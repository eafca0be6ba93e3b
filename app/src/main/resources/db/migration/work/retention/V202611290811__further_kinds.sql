-- What the first family of a moved sheet had answered, signed papers that belong to nothing on record, records for a named few.
alter table retention_rule drop constraint retention_rule_kind;
alter table retention_rule add constraint retention_rule_kind
  check (kind in ('PROFILE', 'PROGRAMME', 'NURSERY', 'SCHOOL', 'HANDOVER', 'OTHER', 'HANDOVER_RECORD',
    'CONSENT', 'OBJECTION', 'SHOWING', 'LAW', 'REQUEST', 'EMERGENCY', 'RELOCATION', 'EVIDENCE', 'COMPARTMENT', 'CARD'));
