-- 前期 is 1 and 後期 is 2; of a form that may be written several times a year the count; empty for every other.
alter table sheet add constraint sheet_term check (term ~ '^([1-9][0-9]{0,2})?$');
