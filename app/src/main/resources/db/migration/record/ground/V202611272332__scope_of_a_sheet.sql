-- A scope may be parts of one sheet: the section together with the sheet, and its fiscal year as the family read it.
alter table consent_scope add column sheet_id uuid;
alter table consent_scope add column sheet_year integer;
alter table consent_scope add constraint consent_scope_part
  check ((sheet_id is null) = (sheet_year is null) and (sheet_id is null or section <> ''));
