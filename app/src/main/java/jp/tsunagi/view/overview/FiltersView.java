package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.view.overview.Narrowing.Age;
import jp.tsunagi.view.overview.Narrowing.InCharge;
import jp.tsunagi.view.overview.WorkListPage.Choice;
import jp.tsunagi.view.overview.WorkListPage.Filters;
import jp.tsunagi.view.overview.WorkListSql.Offer;

/** What a hub's list may be narrowed by, with what is chosen. */
record FiltersView(WorkList list, Narrowing asked) {

  Filters of(List<Offer> offers) {
    List<Choice> choices = new ArrayList<>();
    if (!offers.isEmpty()) {
      choices.add(choice("programme", programmes(offers)));
      choices.add(choice("incharge", inCharge(offers)));
    }
    if (!list.states().isEmpty()) {
      choices.add(choice("state", states()));
    }
    choices.add(choice("age", ages()));
    return new Filters(
        list.url() + "/narrowing",
        choices,
        FieldView.of("q", t("overview.narrow.q")).value(asked.words().plain()),
        List.of(new Link("sort", asked.order().value())),
        asked.narrows() ? asked.whole().url(list) : null);
  }

  private static Choice choice(String name, List<Option> options) {
    return new Choice(FieldView.of(name, t("overview.narrow." + name)), options);
  }

  private List<Option> programmes(List<Offer> offers) {
    return offers.stream()
        .map(one ->
            new Option(
                one.programme().toString(), one.name(), one.programme().equals(asked.programme())))
        .distinct()
        .toList();
  }

  private List<Option> inCharge(List<Offer> offers) {
    Map<StaffId, String> names = new LinkedHashMap<>();
    offers.forEach(one -> {
      StaffId staff = one.staff();
      if (staff != null) {
        names.put(staff, one.staffName() == null ? "" : one.staffName());
      }
    });
    List<Option> options = new ArrayList<>();
    names.forEach((id, name) -> options.add(option(new InCharge(id), name)));
    options.add(option(new InCharge(null), t("overview.narrow.nobody")));
    return options;
  }

  private Option option(InCharge one, String name) {
    return new Option(one.value(), name, one.equals(asked.inCharge()));
  }

  private List<Option> states() {
    String words = list.ofProgrammes() ? "overview.plan." : "overview.going.";
    return list.states().stream()
        .map(one ->
            new Option(one.toLowerCase(Locale.ROOT), t(words + one), one.equals(asked.state())))
        .toList();
  }

  private List<Option> ages() {
    return Arrays.stream(Age.values())
        .filter(age -> list != WorkList.ENTERING || age == Age.PRESCHOOL || age == Age.PRIMARY)
        .map(age ->
            new Option(
                age.name().toLowerCase(Locale.ROOT), t("overview.age." + age), age == asked.age()))
        .toList();
  }
}
