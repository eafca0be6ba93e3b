package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/** Changing how an organisation is connected: what it is now, what each stage would mean. */
public record OrganisationConnectionPage(
    String url,
    String organisation,
    String organisationUrl,
    String now,
    FieldView connection,
    List<Option> connections) {}
