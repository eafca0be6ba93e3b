-- A further rule of unusual access: many refused sign-ins of one account.
alter table unusual_look drop constraint unusual_look_rule;
alter table unusual_look add constraint unusual_look_rule
  check (rule in ('MANY', 'NIGHT', 'SAME_NAME', 'AFTER_LONG', 'PRINTS', 'REFUSED'));
