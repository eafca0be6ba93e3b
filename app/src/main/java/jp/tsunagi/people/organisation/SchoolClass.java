package jp.tsunagi.people.organisation;

import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;

/** 組: a class of an organisation in one fiscal year. */
public record SchoolClass(ClassId id, OrganisationId organisation, int fiscalYear, String name) {}
