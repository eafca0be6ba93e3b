-- The place that had agreed to show it ended that.
alter table plan_request drop constraint plan_request_state;
alter table plan_request add constraint plan_request_state check (state in
  ('ASKED', 'AGREED', 'CONFIRMING', 'READABLE', 'REFUSED', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'CANCELLED'));
