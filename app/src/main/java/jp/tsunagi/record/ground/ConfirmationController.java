package jp.tsunagi.record.ground;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/consents/{consent}/confirmation}: another organisation stands for it. */
@Controller
class ConfirmationController {
  private final Database database;
  private final ConsentRegister register;
  private final Confirmation confirmation;

  ConfirmationController(Database database, ConsentRegister register, Confirmation confirmation) {
    this.database = database;
    this.register = register;
    this.confirmation = confirmation;
  }

  @PostMapping("/children/{id}/consents/{consent}/confirmation")
  @Permitted(Permission.STAFF)
  @Traced(Action.GIVE_CONSENT)
  ModelAndView confirm(
      Actor.Staff actor, @PathVariable ChildId id, @PathVariable ConsentId consent) {
    database.run(
        actor, tx -> confirmation.confirm(tx, actor, register.get(tx, id, consent).consent()));
    return Screen.done("/children/" + id + "/consents", "ground.done.confirmed");
  }
}
