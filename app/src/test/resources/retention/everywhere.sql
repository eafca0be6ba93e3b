insert into grade_override (tenant_id, child_id, fiscal_year, grade, reason) values (:tenant, :child, 2018, 1, 'GRACE');
insert into child_address (tenant_id, address_id, child_id, valid_from, address) values (:tenant, :fresh, :child, :from, 'つなぎ市みどり1-2');
insert into child_contact (tenant_id, contact_id, child_id, organisation_id, name, relation, phone, call_order, confirmed_on, recorded_at)
  values (:tenant, :fresh, :child, :nursery, '田中 みく', 'MOTHER', '080-0000-0002', 1, :from, :at);
insert into guardian_authority (tenant_id, authority_id, child_id, guardian_id, evidence, recorded_at)
  values (:tenant, :fresh, :child, :mother, '戸籍', :at);
insert into guardian_restriction (tenant_id, restriction_id, child_id, guardian_id, reason, evidence, valid_from, organisation_id, set_by, set_at)
  values (:tenant, :fresh, :child, :mother, 'OTHER', '審判書', :from, :nursery, :other, :at);
insert into guardian_invitation (tenant_id, guardian_id, code_hash, issued_at, issued_by, expires_at)
  values (:tenant, :mother, '\x00', :at, :other, :at);
insert into child_double (tenant_id, child_id, other_id, strength, found_at) values (:tenant, :child, :other, 'NEAR', :at);
insert into child_double (tenant_id, child_id, other_id, strength, found_at) values (:tenant, :other, :child, 'NEAR', :at);
insert into involvement (tenant_id, involvement_id, child_id, organisation_id, kind, valid_from, valid_to)
  values (:tenant, :visit, :child, :nursery, 'VISIT', :from, :to);
insert into involvement_end (tenant_id, involvement_id, child_id, reason, recorded_at) values (:tenant, :visit, :child, 'LEFT', :at);
insert into class_place (tenant_id, involvement_id, class_id, child_id, number, valid_from, valid_to)
  values (:tenant, :visit, :room, :child, 1, :from, :to);
insert into child_block (tenant_id, block_id, child_id, organisation_id, reason, valid_from, set_by, set_at)
  values (:tenant, :fresh, :child, :school, 'OTHER', :from, :other, :at);
insert into assigned_child (tenant_id, assignment_id, child_id, valid_from, valid_to) values (:tenant, :post, :child, :from, :to);
insert into compartment (tenant_id, compartment_id, child_id, kind, reason, organisation_id, opened_by, opened_at, closed_by, closed_at, closed_note)
  values (:tenant, :hiding, :child, 'HIDDEN_ADDRESS', 'SUPPORT_MEASURE', :nursery, :other, :at, :other, :at, '終わりました');
insert into compartment_member (tenant_id, compartment_id, member_id, guardian_id, added_by, added_at)
  values (:tenant, :hiding, :fresh, :mother, :other, :at);
insert into print_release (tenant_id, release_id, child_id, path, note, asked_by, asked_at)
  values (:tenant, :fresh, :child, '/children', '確認', :other, :at);
insert into programme (tenant_id, programme_id, organisation_id, name) values (:tenant, :programme, :nursery, 'わくわく');
insert into participation (tenant_id, programme_id, child_id, fiscal_year, valid_from, valid_to)
  values (:tenant, :programme, :child, 2018, :from, :to);
insert into consent_request (tenant_id, consent_id, child_id, reference, kind, purpose, from_all, giving, receiving, scope, with_history, prepared_by, prepared_at)
  values (:tenant, :fresh, :child, :visit, 'USE', '同意のお願い', true, '{}', '{}', '{}', false, :other, :at);
insert into item (tenant_id, item_id, child_id, kind, category, author_kind, author_id, state, latest, for_guardian, on_date, fiscal_year, gist, revision, created_at)
  values (:tenant, :paper, :child, 'ISSUE', 'SUPPORT', 'ORGANISATION', :nursery, 'WITHDRAWN', true, false, :from, 2018, '', 1, :at);
insert into issue (tenant_id, issue_id, number, fiscal_year, child_id, item_id, receiver_name, purpose, media_type, issued_at, issued_by, content)
  values (:tenant, :paper, 1, 2018, :child, :paper, '田中 みく', 'talk', 'application/pdf', :at, :other, '');
insert into issue_part (tenant_id, issue_id, item_id, child_id) values (:tenant, :paper, :paper, :child);
insert into submission (tenant_id, submission_id, organisation_id, receiver_id, form_key, fiscal_year, expected, note, last_day, asked_by, asked_at)
  values (:tenant, :list, :nursery, :office, 'support-school', 2018, 1, '提出', :to, :other, :at);
insert into submission_child (tenant_id, submission_id, child_id, sheet_id, receiver_id, ground_id, open, left_out)
  values (:tenant, :list, :child, :fresh, :office, :fresh, false, true);
insert into relocation (tenant_id, relocation_id, child_id, to_child_id, sheet_id, organisation_id, form_key, form_version, why, family_saw, answers, moved_by, moved_at)
  values (:tenant, :fresh, :other, :child, :fresh, :nursery, 'profile', 1, '書きまちがい', false, '{}', :other, :at);
insert into retention_hold (tenant_id, hold_id, child_id, organisation_id, why, until, held_by, held_at)
  values (:tenant, :fresh, :child, :nursery, '問い合わせ', :to, :other, :at);
insert into reach (tenant_id, assignment_id, child_id, kind, valid_from, valid_to) values (:tenant, :post, :child, 'AFTER', '2000-01-01', :to);
insert into access_grant (tenant_id, grant_id, child_id, grantee_kind, grantee_id, category, with_history, valid_from, valid_to, ground_kind, ground_id)
  values (:tenant, :fresh, :child, 'ORGANISATION', :nursery, 'SUPPORT', false, :from, :to, 'USE', :fresh);
