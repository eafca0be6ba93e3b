-- A post that may see nothing of any child (システム管理者, 監査担当) reaches nobody.
alter table reach no force row level security;
alter table assignment no force row level security;
alter table post no force row level security;
delete from reach using assignment, post
where assignment.tenant_id = reach.tenant_id and assignment.assignment_id = reach.assignment_id
  and post.tenant_id = reach.tenant_id and post.post_id = assignment.post_id and cardinality(post.ceiling) = 0;
alter table reach force row level security;
alter table assignment force row level security;
alter table post force row level security;
