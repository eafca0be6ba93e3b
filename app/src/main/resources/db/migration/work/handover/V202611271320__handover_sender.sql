-- The organisation that hands over, told to the receiver before the receipt.
alter table handover add column sender_id uuid;
