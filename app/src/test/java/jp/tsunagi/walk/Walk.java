package jp.tsunagi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.schema.tables.records.AuditEventRecord;

/** One child's way through the years: what day it is, who sits in front of which screen. */
final class Walk implements AutoCloseable {
  final WalkTown city = new WalkTown();
  private final Map<String, TestBrowser> open = new HashMap<>();
  private String child = "";
  private Login mother = new Login("", "");
  private final Map<String, Object> kept = new HashMap<>();
  private int read;

  private record Login(String name, String password) {}

  /** It is 10:00 of that day; whoever was signed in before is not any more. */
  Walk on(int year, int month, int day) {
    close();
    city.program.clock().set(LocalDate.of(year, month, day));
    return this;
  }

  /** Somebody at the desk, signed in, once a day. */
  TestBrowser at(Worker worker) {
    return open.computeIfAbsent(
        worker.login(), _ -> TestBrowser.desktop(city.program).signIn(worker));
  }

  /** Somebody without a post today does not even come in. */
  void lockedOut(Worker worker) {
    try (TestBrowser desk = TestBrowser.desktop(city.program)) {
      desk.signIn(worker).shows("ログインできませんでした");
    }
  }

  /** The mother with her phone, signed in. */
  TestBrowser mother() {
    return open.computeIfAbsent(
        mother.name, login -> TestBrowser.phone(city.program).signIn(login, mother.password));
  }

  void motherSignsInWith(String login, String password, TestBrowser phone) {
    mother = new Login(login, password);
    open.put(login, phone);
  }

  /** The child's page was reached for the first time: this is its address from now on. */
  void child(String path) {
    child = path;
  }

  /** An address below the child's page. */
  String child() {
    return child;
  }

  /** Remembers something for a later year. */
  void keep(String name, Object what) {
    kept.put(name, what);
  }

  @SuppressWarnings("unchecked")
  <T> T kept(String name) {
    return (T) kept.get(name);
  }

  /** The field of a sheet's question, by its key in the form. */
  static Locator answer(TestBrowser screen, String question) {
    return screen.page().locator("[name='answer." + question + "']");
  }

  private ChildId childId() {
    return ChildId.of(child.substring(child.lastIndexOf('/') + 1));
  }

  /** Since the last look at the trace each of these was written, for the child if it is known. */
  void traced(Action... actions) {
    List<AuditEventRecord> rows = unread();
    for (Action action : actions) {
      assertThat(rows.stream().anyMatch(row -> isAbout(row, action)))
          .as("%s among %s", action, rows.stream().map(AuditEventRecord::getAction).toList())
          .isTrue();
    }
    read += rows.size();
  }

  /** Since the last look nothing of that kind was done. */
  void untraced(Action action) {
    assertThat(unread()).extracting(AuditEventRecord::getAction).doesNotContain(action.name());
  }

  private boolean isAbout(AuditEventRecord row, Action action) {
    return row.getAction().equals(action.name())
        && (child.isEmpty()
            || childId().equals(row.getChildId())
            || city.town.shownBy(row).contains(childId()));
  }

  private List<AuditEventRecord> unread() {
    List<AuditEventRecord> all = city.town.trace();
    return all.subList(read, all.size());
  }

  @Override
  public void close() {
    open.values().forEach(TestBrowser::close);
    open.clear();
  }
}
