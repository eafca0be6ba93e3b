-- The form that was sent to hand a paper out: the same thing sent twice from it is handed out once.
alter table issue add column form_id uuid;
