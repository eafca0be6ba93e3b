package jp.tsunagi.record.approval;

import java.util.List;

/**
 * 決裁の順 of a place.
 *
 * @param order the posts that decide, one after the other
 * @param further posts that could
 * @param forms that can go with or without it
 * @param changed who said it when, in words
 */
public record ApprovalRoutePage(
    String place,
    String url,
    List<Post> order,
    List<Post> further,
    List<Form> forms,
    String changed) {
  public ApprovalRoutePage {
    order = List.copyOf(order);
    further = List.copyOf(further);
    forms = List.copyOf(forms);
  }

  /** A post. */
  public record Post(String kind, String words) {}

  /** A form. */
  public record Form(String name, String title, boolean asked) {}
}
