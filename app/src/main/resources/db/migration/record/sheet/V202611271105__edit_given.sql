-- Whose words a field holds, beside who typed them (A4): a part may be typed in for the mother today
-- and for the father tomorrow. Edits from before know the typist only.
alter table sheet_edit add column given_by_kind text;
alter table sheet_edit add column given_by uuid;
alter table sheet_edit add column received_on date;
