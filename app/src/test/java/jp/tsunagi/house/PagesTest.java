package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One word per screen: address, controller, page, template bear the same name. */
class PagesTest {
  private static final Pattern PATHS =
      Pattern.compile("@(?:Get|Post|Put|Delete|Request)Mapping\\(([^)]*)\\)");

  private static Set<String> pages() {
    return Source.mainJava().stream()
        .filter(file -> file.code().contains("record " + file.name() + "("))
        .filter(file -> file.name().endsWith("Page") && !file.name().equals("Page"))
        .map(file -> file.module() + "/" + file.name().replaceAll("Page$", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> templates() {
    return Source.templates().stream()
        .map(file -> file.path().replaceAll("\\.jte$", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void everyPageHasItsTemplate() {
    assertThat(templates()).containsAll(pages());
  }

  /** A template shows a page, or is a part that another template, or a test of parts, includes. */
  @Test
  void everyTemplateIsShownOrIncluded() {
    String all = Source.templates().stream().map(Source::text).collect(Collectors.joining());
    String java = Source.mainJava().stream().map(Source::code).collect(Collectors.joining());
    assertThat(templates())
        .filteredOn(name -> !name.startsWith("base/ui/") && !pages().contains(name))
        .allSatisfy(name ->
            assertThat(
                    all.contains("@template." + name.replace('/', '.') + "(")
                        || java.contains("\"" + name + ".jte\""))
                .as(name + " is neither a page nor a part of one")
                .isTrue());
  }

  @Test
  void theWordOfAControllerIsInItsAddress() {
    List<String> strangers = new ArrayList<>();
    for (Source file : Source.mainJava()) {
      if (file.name().endsWith("Controller")
          && Collections.disjoint(words(addresses(file)), nouns(file))) {
        strangers.add(file.name() + " answers " + addresses(file));
      }
    }
    assertThat(strangers).isEmpty();
  }

  private static String addresses(Source controller) {
    return PATHS
        .matcher(controller.code())
        .results()
        .map(found -> found.group(1).replaceAll("\\{[^}]*}", ""))
        .collect(Collectors.joining(" "));
  }

  /** The last word of the controller's name (PlanApproval: …/approval), or its module's name. */
  private static Set<String> nouns(Source controller) {
    String[] words = controller.name().replaceAll("Controller$", "").split("(?<=[a-z])(?=[A-Z])");
    String module = controller.module().substring(controller.module().indexOf('/') + 1);
    return new HashSet<>(
        List.of(module, singular(words[words.length - 1].toLowerCase(Locale.ROOT))));
  }

  private static Set<String> words(String addresses) {
    return Arrays.stream(addresses.split("[^A-Za-z]+"))
        .map(word -> singular(word.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static String singular(String word) {
    return word.equals("children")
        ? "child"
        : word.replaceAll("ies$", "y")
            .replaceAll("(?<=x|ch|ss|sh)es$", "")
            .replaceAll("(?<!s)s$", "");
  }

  @Test
  void noTemplateSpeaksJapaneseItself() {
    assertThat(Source.templates())
        .filteredOn(file -> Japanese.in(file.markup()))
        .extracting(Source::path)
        .isEmpty();
  }

  /** The page's own scripts and styles only (CSP), and no form without its token. */
  @Test
  void templatesCarryNothingInlineAndEveryFormItsToken() {
    assertThat(Source.templates())
        .allSatisfy(file ->
            assertThat(file.markup())
                .as(file.path())
                .doesNotContainPattern(
                    " style=|<style|<script(?![^>]* src=)| on[a-z]+=\"|javascript:"));
    assertThat(Source.templates())
        .filteredOn(file -> file.markup().contains("method=\"post\""))
        .allSatisfy(file -> assertThat(file.markup()).as(file.path()).contains("token"));
  }
}
