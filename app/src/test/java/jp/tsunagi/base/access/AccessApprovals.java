package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.APPROVAL_STEP;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.PostKind;

/** Routes of posts that decide about the sheets of a child, at the places of a town. */
final class AccessApprovals {
  private static final List<PostKind> POSTS =
      List.of(
          PostKind.COUNSELLOR,
          PostKind.HUB_TEACHER,
          PostKind.NURSERY_HEAD,
          PostKind.COORDINATOR,
          PostKind.HOMEROOM_TEACHER);

  private final Random random;
  private final AccessDice dice;
  private final AccessFacts facts;

  AccessApprovals(Random random, AccessDice dice, AccessFacts facts) {
    this.random = random;
    this.dice = dice;
    this.facts = facts;
  }

  /** Every place decides about every sheet, by one post or two; some rounds are over. */
  void around(Tx tx, ChildId child, List<SheetId> sheets, List<OrganisationId> places) {
    for (SheetId sheet : sheets) {
      int ordinal = 0;
      boolean turn = true;
      for (OrganisationId place : places) {
        for (int i = random.nextInt(3); i > 0; i--) {
          String post = dice.pick(POSTS).name();
          boolean over = random.nextInt(4) == 0;
          tx.sql()
              .insertInto(APPROVAL_STEP)
              .set(APPROVAL_STEP.TENANT_ID, tx.tenant())
              .set(APPROVAL_STEP.SHEET_ID, sheet)
              .set(APPROVAL_STEP.REVISION, 1)
              .set(APPROVAL_STEP.ROUND, 1)
              .set(APPROVAL_STEP.ORDINAL, ++ordinal)
              .set(APPROVAL_STEP.CHILD_ID, child)
              .set(APPROVAL_STEP.ORGANISATION_ID, place)
              .set(APPROVAL_STEP.POST, post)
              .set(APPROVAL_STEP.RUNNING, !over)
              .set(APPROVAL_STEP.SINCE, turn ? tx.now().atOffset(ZoneOffset.UTC) : null)
              .execute();
          turn &= over;
          facts.approving.add(new AccessFacts.Approving(sheet, child, place, post, over));
        }
      }
    }
  }
}
