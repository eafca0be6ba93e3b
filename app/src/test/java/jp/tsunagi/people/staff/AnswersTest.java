package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.ui.Asset;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;

/** What every answer says beside its page: what a browser may keep, run, tell others. */
class AnswersTest {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern FONT =
      Pattern.compile("/(font/[a-z0-9-]+\\.woff2\\?v=[0-9a-f]{12})");

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker worker;

  @BeforeEach
  void somebody() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    worker = town.worker(office, PostKind.ADMINISTRATOR, "白石 なぎさ");
  }

  private HttpResponse<String> get(String root, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }

  @Test
  void aPageIsKeptByNobodyAndRunsNothingOfOthers() throws Exception {
    String page = program.visitor().signIn(worker).get("/organisations").is(200).path();
    assertThat(page).isEqualTo("/organisations");
    var mine = program.visitor().signIn(worker).get("/organisations");
    for (String name : List.of("/sign-in", "/nothing/here")) {
      assertThat(header(get(program.url(), name), "Content-Security-Policy")).isEqualTo(POLICY);
    }
    assertThat(mine.header("Content-Security-Policy")).isEqualTo(POLICY);
    assertThat(mine.header("Cache-Control")).contains("no-store");
    assertThat(mine.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(mine.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(mine.header("Strict-Transport-Security"))
        .as("nothing is promised where no address by HTTPS was stated")
        .isEmpty();
  }

  @Test
  void whatBearsTheMarkOfItsContentMayBeKept() throws Exception {
    for (String kept : List.of(Asset.style("ground"), Asset.script("again"), Asset.htmx())) {
      var answer = get(program.url(), kept);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Cache-Control"))
          .as(kept)
          .isEqualTo("max-age=31536000, public, immutable");
      assertThat(header(answer, "Content-Type").toLowerCase(java.util.Locale.ROOT))
          .endsWith(";charset=utf-8");
    }
    assertThat(header(get(program.url(), Asset.font("base-400")), "Cache-Control"))
        .contains("immutable");
    for (String not : List.of("/style/ground.css", "/style/ground.css?v=000000000000")) {
      assertThat(header(get(program.url(), not), "Cache-Control")).as(not).contains("no-store");
    }
    var absent = get(program.url(), "/style/nothing.css?v=000000000000");
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(header(absent, "Cache-Control")).contains("no-store");
  }

  /** When a font is cut anew its marks in the style sheets are another. */
  @Test
  void theStyleSheetsNameTheFontsThatAreThere() throws Exception {
    for (String style : List.of("font", "font-rare")) {
      List<String> named =
          FONT.matcher(get(program.url(), Asset.style(style)).body())
              .results()
              .map(found -> "/" + found.group(1))
              .toList();
      assertThat(named).hasSizeGreaterThan(5);
      assertThat(named)
          .allSatisfy(url ->
              assertThat(Asset.font(url.substring("/font/".length(), url.indexOf(".woff2"))))
                  .isEqualTo(url));
    }
  }

  @Test
  void everyCookieIsForThisHostAloneAndReadByNoScript() throws Exception {
    var door = get(program.url(), "/sign-in");
    List<String> set = door.headers().allValues("Set-Cookie");
    String cookies =
        set.stream().map(one -> one.split(";", 2)[0]).collect(Collectors.joining("; "));
    var found = TOKEN.matcher(door.body());
    assertThat(found.find()).isTrue();
    var signedIn =
        post(
            cookies,
            "/sign-in",
            found.group(1),
            Map.of("login", worker.login(), "password", TestTown.PASSWORD));
    var read =
        post(cookies, "/reading", found.group(1), Map.of("furigana", "off", "language", "en"));
    List<String> all = new java.util.ArrayList<>(set);
    all.addAll(signedIn.headers().allValues("Set-Cookie"));
    all.addAll(read.headers().allValues("Set-Cookie"));
    assertThat(all)
        .extracting(one -> one.substring(0, one.indexOf('=')))
        .contains(
            Door.COOKIE,
            Devices.COOKIE,
            "__Host-tsunagi-form",
            "__Host-tsunagi-language",
            "__Host-tsunagi-furigana");
    assertThat(all)
        .allSatisfy(one ->
            assertThat(one)
                .startsWith("__Host-")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain"));
  }

  private HttpResponse<String> post(
      String cookies, String path, String token, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(program.url() + path))
            .header("Cookie", cookies)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(token))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The proxy ends HTTPS, so no request says that it came by it: the stated address does. */
  @Test
  void whereItIsReachedByHttpsEveryAnswerSaysSo() throws Exception {
    Map<String, Object> stated = Map.of("tsunagi.public-address", "https://tsunagi.example.lg.jp");
    try (var byHttps =
        TestProgram.start(beans ->
            beans
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("stated", stated)))) {
      String promise = "max-age=31536000 ; includeSubDomains";
      for (String path : List.of("/sign-in", "/nothing/here", Asset.style("ground"), "/health")) {
        assertThat(header(get(byHttps.url(), path), "Strict-Transport-Security"))
            .as(path)
            .isEqualTo(promise);
      }
      assertThat(bare(byHttps)).contains("Strict-Transport-Security: " + promise);
    }
    assertThat(bare(program)).doesNotContain("Strict-Transport-Security");
  }

  private static String bare(TestProgram asked) throws IOException {
    var server = URI.create(asked.url());
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      String none = "GET /day?[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(none.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
