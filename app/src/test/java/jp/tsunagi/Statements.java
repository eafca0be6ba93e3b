package jp.tsunagi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.web.filter.OncePerRequestFilter;

/** Which statements each request of a {@link Visitor} sends to the database. */
final class Statements extends OncePerRequestFilter implements ExecuteListener {
  static final String HEADER = "X-Test-Request";
  private static final ThreadLocal<List<String>> CURRENT = new ThreadLocal<>();

  private final transient Map<String, List<String>> requests = new ConcurrentHashMap<>();

  /** The statements of a request, once; the setting of the transaction's context is left out. */
  List<String> take(String request) {
    List<String> statements = requests.remove(request);
    return statements == null ? List.of() : List.copyOf(statements);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String name = request.getHeader(HEADER);
    if (name != null) {
      CURRENT.set(requests.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()));
    }
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public void executeStart(ExecuteContext context) {
    List<String> statements = CURRENT.get();
    String sql = context.sql();
    if (statements != null && sql != null && !sql.startsWith("set local ")) {
      statements.add(sql);
    }
  }
}
