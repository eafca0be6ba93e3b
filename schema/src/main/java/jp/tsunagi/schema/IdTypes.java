package jp.tsunagi.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.LambdaConverter;

/** Which columns carry which id type: a child's id can then never stand where a sheet's belongs. */
final class IdTypes {
  static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("tenant_id", "TenantId"),
              Map.entry("account_id", "AccountId"),
              Map.entry("organisation_id|receiver_id|sender_id|owner_id", "OrganisationId"),
              Map.entry("class_id", "ClassId"),
              Map.entry("staff_id", "StaffId"),
              Map.entry("post_id", "PostId"),
              Map.entry("assignment_id", "AssignmentId"),
              Map.entry("child_id", "ChildId"),
              Map.entry("guardian_id", "GuardianId"),
              Map.entry("involvement_id", "InvolvementId"),
              Map.entry("item_id", "ItemId"),
              Map.entry("consent_id", "ConsentId"),
              Map.entry("sheet_id", "SheetId"),
              Map.entry("file_id", "FileId"),
              Map.entry("issue_id", "IssueId"),
              Map.entry("programme_id", "ProgrammeId"),
              Map.entry("handover_id", "HandoverId")));

  private IdTypes() {}

  static List<ForcedType> forced() {
    return TYPES.entrySet().stream()
        .map(entry -> forced(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ForcedType forced(String columns, String type) {
    String name = "jp.tsunagi.base.database." + type;
    return new ForcedType()
        .withUserType(name)
        .withLambdaConverter(
            new LambdaConverter().withFrom(name + "::new").withTo(name + "::value"))
        .withIncludeExpression(".*\\.(" + columns + ")");
  }
}
