package jp.tsunagi.walk;

import org.junit.jupiter.api.Test;

/**
 * 青空 ひなた from age 2 to grade 7, in a real browser, on a real database, over eleven years of an
 * injected clock: everything of the child's life goes through the screens.
 */
class ChildWalkTest {
  @Test
  void fromAgeTwoToGradeSeven() {
    try (Walk walk = new Walk()) {
      new Intake(walk).play();
      new UseConsent(walk).play();
      new Profile(walk).play();
      new Genki(walk).firstYear();
      new NurseryEntry(walk).play();
      new NurseryYears(walk).firstYear();
      new Genki(walk).secondYear();
      new NurseryYears(walk).secondYear();
      new TeaRoom(walk).play();
      new Doors(walk).play();
      new NurseryYears(walk).secondSummer();
      new School(walk).play();
      new SupportSheets(walk).play();
      new JuniorHigh(walk).play();
    }
  }
}
