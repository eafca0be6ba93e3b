package jp.tsunagi.record.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the route: {@code [DRAFT, {NOTED: MEETING}, IN_APPROVAL, {WITH_GUARDIAN: {…}}, FINAL]}. */
final class RouteReader {
  private static final String STEPS = "DRAFT, NOTED: <occasion>, IN_APPROVAL, WITH_GUARDIAN, FINAL";

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
      case "IN_APPROVAL" -> new Step.InApproval(true);
      case "WITH_GUARDIAN" -> new Step.WithGuardian(null, true, false);
      case "FINAL" -> new Step.Final();
      default -> {
        value.problem("notOneOf", value.text(), STEPS);
        yield new Step.InApproval(true);
      }
    };
  }

  private static Step withOptions(YamlValue value) {
    var map = value.map();
    var approval = map.optional("IN_APPROVAL");
    var guardian = map.optional("WITH_GUARDIAN");
    var noted = map.optional("NOTED");
    map.finish();
    if (Stream.of(approval, guardian, noted).filter(Optional::isPresent).count() != 1) {
      value.problem("notOneOf", String.join(", ", map.keys()), STEPS);
    }
    return guardian
        .<Step>map(RouteReader::withGuardian)
        .or(() -> noted.map(RouteReader::noted))
        .orElseGet(() -> approval.map(RouteReader::approval).orElse(new Step.InApproval(true)));
  }

  private static Step approval(YamlValue value) {
    if (value.isText()) {
      return new Step.InApproval(true, value.key());
    }
    var map = value.map();
    var step = new Step.InApproval(map.or("asked", YamlValue::yes, true));
    map.finish();
    return step;
  }

  private static Step noted(YamlValue value) {
    return new Step.Noted(value.one(Occasion.class));
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
