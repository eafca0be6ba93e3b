-- 決裁中: read by the writers, and by the posts that decide about the sheet.
alter table item drop constraint item_state;
alter table item add constraint item_state
  check (state in ('DRAFT', 'IN_APPROVAL', 'WITH_GUARDIAN', 'FINAL', 'SUPERSEDED', 'CORRECTED', 'WITHDRAWN'));
