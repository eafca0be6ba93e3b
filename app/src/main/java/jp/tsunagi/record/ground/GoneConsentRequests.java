package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;

import java.util.List;
import java.util.Map;
import jp.tsunagi.base.access.Grants;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.ChildGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was prepared for a child that goes and nobody signed; nobody reads anything of it. */
@Component
final class GoneConsentRequests {
  @EventListener
  void on(ChildGone event) {
    Tx tx = event.tx();
    ChildId child = event.child();
    tx.sql()
        .deleteFrom(CONSENT_REQUEST)
        .where(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_REQUEST.CHILD_ID.eq(child))
        .execute();
    Grants.replace(tx, Map.of(child, List.of()));
  }
}
