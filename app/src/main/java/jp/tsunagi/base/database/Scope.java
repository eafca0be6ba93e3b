package jp.tsunagi.base.database;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For whom a transaction runs: what row level security and the trace are told of it. */
public interface Scope {
  /** The municipality; empty only before somebody has logged in. */
  Optional<TenantId> tenantId();

  /** STAFF, GUARDIAN, JOB, LOGIN … as the policies of the database know it. */
  String kind();

  Optional<UUID> id();

  /** The assignments this actor acts under. */
  List<AssignmentId> assignments();

  /** The organisations this actor acts for. */
  List<OrganisationId> organisations();
}
