-- What shows that a consent was taken back, an objection lifted, a showing ended belongs to it, as what shows its beginning does.
alter table consent_withdrawal add column item_id uuid;
alter table objection add column lifted_item_id uuid;
alter table showing add column ended_item_id uuid;
