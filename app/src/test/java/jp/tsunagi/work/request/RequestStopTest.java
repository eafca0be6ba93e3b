package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** 終了: the place that had agreed shows it no longer; and the list as a file (B4). */
class RequestStopTest {
  private static final String WHY = "年度の途中で計画を作り直すため";

  private final RequestTown town = new RequestTown();

  @Test
  void theAuthorEndsItAtOnceAndWhoeverAskedIsToldWhy() {
    String request = town.readable();
    String sheet = "/sheets/" + town.sheet;
    Visitor manager = town.as(town.manager);
    manager.get(sheet).is(200);
    manager.post(request + "/end", "stop", WHY).is(404);
    assertThat(manager.get(request).is(200).body()).doesNotContain("見せるのを終える");
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(request).is(200).text()).contains("見せるのを終える");
    assertThat(coordinator.post(request + "/end", "stop", " ").is(422).text())
        .contains("終えるわけを、400文字までで");
    manager.get(sheet).is(200);
    town.later();
    assertThat(coordinator.post(request + "/end", "stop", WHY).is(200).text())
        .contains("見せるのを終えました");
    manager.get(sheet).is(404);
    assertThat(manager.get("/day").is(200).text()).contains("求めた計画に答えがあった");
    assertThat(manager.get(request).is(200).text())
        .contains("書いた機関が終えました", "もう読めません", WHY)
        .doesNotContain("川辺");
    assertThat(manager.get("/requests?side=ASKING&show=OVER").is(200).text())
        .contains("書いた機関が終えました");
    assertThat(town.as(town.mother).get("/portal/children/" + town.child + "/consents").text())
        .contains("書いた機関が終了");
    assertThat(coordinator.post(request + "/end", "stop", WHY).is(200).text())
        .contains("すでに答えが出ているか");
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "AGREED", "STOPPED", "AGAIN");
    town.as(town.mother).post(town.portal(request) + "/withdrawal");
    assertThat(manager.get(request).is(200).text()).contains("書いた機関が終えました");
  }

  @Test
  void whatHasEndedByItselfIsNotEndedOnceMore() {
    String request = town.readable();
    town.family.program.clock().set(LocalDate.of(2027, 4, 1));
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(request).is(200).text()).doesNotContain("見せるのを終える");
    assertThat(coordinator.post(request + "/end", "stop", WHY).is(200).text())
        .contains("すでに答えが出ているか");
    assertThat(coordinator.get(request).is(200).text()).contains("期間終了");
  }

  /** What was never readable reads like any no; the reason stays with the place. */
  @Test
  void whatWaitsForASecondPlaceReadsLikeARefusal() {
    String refused = town.ask(town.school);
    town.as(town.coordinator)
        .post(refused + "/answer", "answer", "refuse", "reason", "UNSAID")
        .is(200);
    GuardianId aunt = town.family.guardian(town.child, "若葉 まぼろし", Relation.GRANDMOTHER, true);
    town.town.run(tx ->
        town.family
            .program
            .bean(Guardians.class)
            .note(
                tx,
                town.child,
                aunt,
                Optional.of(Period.since(LocalDate.of(2022, 6, 3))),
                "x",
                town.service));
    String request = town.agreed();
    Visitor visitor = town.as(aunt);
    String scope = RequestTown.offered(visitor.get(town.portal(request)).is(200).body()).getFirst();
    visitor.post(town.portal(request), "answer", "agree", "scope", scope).is(200);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(request).is(200).text()).contains("同意の確認を待っています");
    coordinator.post(request + "/end", "stop", WHY).is(200);
    assertThat(coordinator.get(request).is(200).text()).contains("見せるのを終えました");
    Visitor manager = town.as(town.manager);
    assertThat(RequestTown.told(manager, request))
        .isEqualTo(RequestTown.told(manager, refused))
        .doesNotContain(WHY);
    assertThat(manager.get(town.consents()).is(200).body()).doesNotContain(town.consent(request));
    coordinator.post(town.consent(request) + "/confirmation").is(404);
    manager.get("/sheets/" + town.sheet).is(404);
  }

  @Test
  void theListIsTakenOutByThoseWhoMay() {
    town.readable();
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/requests?side=ASKING&show=ALL").is(200).body())
        .doesNotContain("/requests/file");
    manager.post("/requests/file", "side", "ASKING", "show", "ALL", "purpose", "WORK").is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get("/requests?show=READABLE").is(200).body())
        .contains("/requests/file");
    String[] whole = {"side", "ANSWERING", "show", "READABLE", "purpose", "MEETING"};
    assertThat(cells(coordinator.post("/requests/file", whole).is(200).bytes()))
        .containsSubsequence("氏名", "書類", "求めた機関", "求めた日", "答えの期限", "ようす")
        .anyMatch(cell -> cell.contains("若葉"))
        .anyMatch(cell -> cell.contains("読めます"));
    whole[3] = "OPEN";
    assertThat(cells(coordinator.post("/requests/file", whole).is(200).bytes()))
        .noneMatch(cell -> cell.contains("若葉"));
    assertThat(town.town.trace(Action.EXPORT))
        .hasSize(2)
        .first()
        .satisfies(row -> {
          assertThat(row.getPurpose()).isEqualTo("MEETING");
          assertThat(town.town.shownBy(row)).containsExactly(town.child);
        });
  }

  private static List<String> cells(byte[] workbook) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
        var lines = book.getFirstSheet().openStream()) {
      return lines.flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getText).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
