package jp.tsunagi.people.staff;

import java.util.List;

/** どの市町村・どの立場で入りますか: before the session begins. */
public record SignInMembershipPage(String url, List<Choice> choices) {
  public SignInMembershipPage {
    choices = List.copyOf(choices);
  }
}
