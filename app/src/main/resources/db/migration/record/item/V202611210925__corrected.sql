-- CORRECTED: replaced by a 訂正. What was wrong is read inside its organisation alone, never with history.
alter table item drop constraint item_state;
alter table item add constraint item_state
  check (state in ('DRAFT', 'WITH_GUARDIAN', 'FINAL', 'SUPERSEDED', 'CORRECTED', 'WITHDRAWN'));
