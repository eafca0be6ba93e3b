package jp.tsunagi.run.operations;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.trace.Traced;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every route of the program, read from its controllers without starting it. */
record Routes(List<Route> all) {

  /** One method on one path; permission and audit are empty where a controller forgot them. */
  record Route(
      String method,
      String path,
      Optional<String> permission,
      Optional<String> audit,
      boolean onlyTyped,
      String handler) {}

  static Routes ofTheProgram() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    List<Route> routes = new ArrayList<>();
    for (var candidate : scanner.findCandidateComponents("jp.tsunagi")) {
      routes.addAll(of(load(candidate.getBeanClassName())));
    }
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return new Routes(List.copyOf(routes));
  }

  private static Class<?> load(@org.jspecify.annotations.Nullable String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Route> of(Class<?> controller) {
    List<Route> routes = new ArrayList<>();
    for (Method method : controller.getDeclaredMethods()) {
      RequestMapping mapping =
          AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      if (mapping == null) {
        continue;
      }
      for (var verb : mapping.method()) {
        for (String path : mapping.path()) {
          routes.add(route(verb.name(), path, controller, method));
        }
      }
    }
    return routes;
  }

  private static Route route(String verb, String path, Class<?> controller, Method method) {
    Optional<Traced> traced = Optional.ofNullable(method.getAnnotation(Traced.class));
    return new Route(
        verb,
        path,
        Optional.ofNullable(method.getAnnotation(Permitted.class)).map(p -> p.value().name()),
        traced.map(Routes::actions),
        traced.filter(Traced::onlyTyped).isPresent(),
        controller.getName() + "#" + method.getName());
  }

  private static String actions(Traced traced) {
    return Arrays.stream(traced.value()).map(Enum::name).collect(Collectors.joining("|"));
  }

  String json() {
    return all.stream().map(Routes::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  private static String json(Route route) {
    return "{\"method\":\"%s\",\"path\":\"%s\",\"permission\":\"%s\",\"audit\":\"%s\"}"
        .formatted(
            route.method(), route.path(), route.permission().orElse(""), route.audit().orElse(""));
  }
}
