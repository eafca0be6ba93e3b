-- Where the paper is kept on which a guardian answered, and the item that holds its scan.
alter table sheet_step add column paper_place text;
alter table sheet_step add column item_id uuid;
