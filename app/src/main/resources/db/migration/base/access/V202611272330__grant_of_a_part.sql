-- A grant may be for the parts of one sheet alone: it names the sheet beside the section, and so follows the version that holds.
alter table access_grant rename column item_id to sheet_id;
alter table access_grant add constraint access_grant_part check (sheet_id is null or section is not null);
