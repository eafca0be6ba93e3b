-- When an administrator ended all sessions of a member: who came in before goes on as that member from none of the others.
alter table account_membership add column sessions_ended_at timestamptz;
