package jp.tsunagi.run.scenario;

/** Whether what was read fits together: references, periods, and what must come before what. */
final class SoundScenario {
  private SoundScenario() {}

  static void check(Scenario scenario, Problems problems) {
    SoundKeys.check(scenario, problems);
    new SoundRegister(scenario, problems).check();
    var answers = new SoundAnswers(problems);
    for (var child : scenario.children()) {
      new SoundChild(scenario, child, problems).check();
      new SoundStory(scenario, child, problems).check();
      answers.check(child);
    }
  }
}
