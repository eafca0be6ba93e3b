-- The sheet goes by its own time: what the first family had answered stays with the first child, and names the other no longer.
alter table relocation alter column to_child_id drop not null;
alter table relocation alter column sheet_id drop not null;
