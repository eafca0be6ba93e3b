package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentsInForce;
import jp.tsunagi.record.sheet.Lifting;
import jp.tsunagi.record.sheet.SectionStep;
import jp.tsunagi.record.sheet.SheetWriting;
import jp.tsunagi.view.portal.PortalProfilePage.Button;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the 個人票: not begun, being written, handed in. */
@Component
class PortalProfileView {
  private final Identities identities;
  private final PortalSheets found;
  private final SheetWriting writing;
  private final Lifting lifting;

  PortalProfileView(
      Identities identities, PortalSheets found, SheetWriting writing, Lifting lifting) {
    this.identities = identities;
    this.found = found;
    this.writing = writing;
    this.lifting = lifting;
  }

  PortalProfilePage page(Tx tx, ChildId id, @Nullable RefusalView refusal) {
    var child = identities.get(tx, id).view();
    String base = "/portal/children/" + id;
    Optional<PortalSheets.Profile> profile = found.profile(tx, id);
    boolean open = profile.filter(PortalSheets.Profile::open).isPresent();
    boolean handedIn = profile.filter(it -> !it.open() || it.revision() > 1).isPresent();
    boolean agreed = ConsentsInForce.any(tx, id, ConsentKind.USE);
    String stage =
        open ? "open" : handedIn ? (agreed ? "done" : "stopped") : agreed ? "new" : "consent";
    Button begin = open || !agreed ? null : begin(base, handedIn);
    return new PortalProfilePage(
        child,
        t("portal.profile.lead." + stage),
        open || agreed ? null : base + "/consents/start",
        begin,
        profile.filter(_ -> open).map(it -> writing(tx, base, it)).orElse(null),
        profile.filter(_ -> handedIn).map(it -> "/portal/sheets/" + it.id()).orElse(null),
        refusal);
  }

  private static Button begin(String base, boolean handedIn) {
    String key = handedIn ? "portal.profile.amend" : "portal.profile.begin";
    return new Button(base + "/profile", t(key));
  }

  private PortalProfilePage.Writing writing(Tx tx, String base, PortalSheets.Profile profile) {
    String sections = "/portal/sheets/" + profile.id() + "/sections/";
    List<SectionStep> steps = writing.steps(tx, profile.id());
    int begun = (int) steps.stream().filter(step -> step.answered() > 0).count();
    return new PortalProfilePage.Writing(
        steps.stream().map(step -> step(sections, step)).toList(),
        t("portal.profile.progress", begun, steps.size()),
        steps.isEmpty() ? 0 : begun * 100 / steps.size(),
        SheetWriting.resume(steps).map(next -> resume(sections, next, begun)).orElse(null),
        new Button(base + "/profile/end", t("portal.profile.finish")),
        profile.revision() > 1
            ? new Button(base + "/profile/drop", t("portal.profile.drop"))
            : null,
        lifting.offer(tx, profile.id()).orElse(null),
        base + "/profile/lift",
        lifting.left(tx, profile.id()));
  }

  private static PortalProfilePage.Step step(String sections, SectionStep step) {
    if (step.wrong() > 0) {
      return new PortalProfilePage.Step(
          sections + step.key(),
          Icon.WARNING,
          step.title(),
          t("portal.profile.wrong", step.wrong()));
    }
    Icon icon = step.complete() ? Icon.FINAL : step.answered() > 0 ? Icon.DRAFT : Icon.NOT_STARTED;
    return new PortalProfilePage.Step(
        sections + step.key(),
        icon,
        step.title(),
        t("portal.profile.done", step.answered(), step.of()));
  }

  private static Button resume(String sections, SectionStep next, int begun) {
    String key = begun == 0 ? "portal.profile.first" : "portal.profile.resume";
    return new Button(sections + next.key(), t(key, next.title()));
  }
}
