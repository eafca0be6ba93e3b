package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;

/**
 * The classes of an organisation in a fiscal year, and a field to add more, one a line.
 *
 * @param years last year, this, the next; the one shown is current
 * @param copied whether the field holds last year's names to begin with
 */
public record OrganisationClassesPage(
    String url,
    String organisation,
    String organisationUrl,
    List<Link> years,
    int year,
    String yearWords,
    List<Link> classes,
    FieldView lines,
    boolean copied) {}
