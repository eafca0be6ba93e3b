package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.record.ground.ConsentWays;
import org.springframework.stereotype.Component;

/** 法令による共有, beside the consents, for those who may ask for it. */
@Component
final class LawWays implements ConsentWays {
  @Override
  public List<Link> of(Tx tx, Actor.Staff actor, ChildId child) {
    return Laws.asking(tx, actor, child)
        .map(_ -> new Link("/children/" + child + "/laws", t("law.title")))
        .stream()
        .toList();
  }
}
