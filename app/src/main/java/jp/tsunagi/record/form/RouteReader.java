package jp.tsunagi.record.form;

import java.util.List;

/** Reads the route: {@code [DRAFT, {IN_APPROVAL: head}, {WITH_GUARDIAN: {…}}, FINAL]}. */
final class RouteReader {
  private static final String STEPS = "DRAFT, IN_APPROVAL: <post>, WITH_GUARDIAN, FINAL";

  private RouteReader() {}

  static Route route(YamlValue value) {
    var steps = value.list().stream().map(RouteReader::step).toList();
    if (Route.sound(steps)) {
      return new Route(steps);
    }
    value.problem("routeUnsound");
    return new Route(List.of(new Step.Draft(), new Step.Final()));
  }

  private static Step step(YamlValue value) {
    return value.isText() ? plain(value) : withOptions(value);
  }

  private static Step plain(YamlValue value) {
    return switch (value.text()) {
      case "DRAFT" -> new Step.Draft();
      case "WITH_GUARDIAN" -> new Step.WithGuardian(null, true, false);
      case "FINAL" -> new Step.Final();
      default -> {
        value.problem("notOneOf", value.text(), STEPS);
        yield new Step.InApproval("?");
      }
    };
  }

  private static Step withOptions(YamlValue value) {
    var map = value.map();
    var approval = map.optional("IN_APPROVAL");
    var guardian = map.optional("WITH_GUARDIAN");
    map.finish();
    if (approval.isPresent() == guardian.isPresent()) {
      value.problem("notOneOf", String.join(", ", map.keys()), STEPS);
    }
    return guardian
        .<Step>map(RouteReader::withGuardian)
        .orElseGet(() -> new Step.InApproval(approval.map(YamlValue::key).orElse("?")));
  }

  private static Step withGuardian(YamlValue value) {
    var map = value.map();
    var step =
        new Step.WithGuardian(
            map.orNull("setting", YamlValue::key),
            map.or("setting-default", YamlValue::yes, true),
            map.or("in-force-inside", YamlValue::yes, false));
    map.finish();
    return step;
  }
}
