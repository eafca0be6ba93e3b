-- A ground in law may be for the parts of one sheet alone (設置者・町への提出): the section together with the sheet, and its year.
alter table legal_ground_scope add column sheet_id uuid;
alter table legal_ground_scope add column sheet_year integer;
alter table legal_ground_scope add constraint legal_ground_scope_part
  check ((sheet_id is null) = (sheet_year is null) and (sheet_id is null or section <> ''));
