package jp.tsunagi.people.staff;

import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.TenantId;

/**
 * この園（学校）の端末: a browser that the head of a place has registered. To have it is a factor (F1):
 * whoever signs in there shows one more, the password or the PIN, and acts for that place only.
 */
record Terminal(
    TenantId tenant, UUID id, OrganisationId organisation, String organisationName, String name) {}
