package jp.tsunagi.record.print;

import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.trace.Action;

/** How something is handed out. */
public enum Format {
  /** 紙: PDF on A4. */
  PDF(PdfRenderer.MEDIA_TYPE, "pdf", Right.PRINT, Action.PRINT),
  /** Excel: a file that leaves the house. */
  XLSX(PaperWorkbook.MEDIA_TYPE, "xlsx", Right.EXPORT, Action.EXPORT);

  private final String mediaType;
  private final String extension;
  private final Right right;
  private final Action action;

  Format(String mediaType, String extension, Right right, Action action) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.right = right;
    this.action = action;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The right a post needs for it. */
  public Right right() {
    return right;
  }

  Action action() {
    return action;
  }

  /** Says the number and nothing about the child. */
  String fileName(IssueNumber number) {
    return number.text() + "." + extension;
  }

  static Format of(String mediaType) {
    return mediaType.equals(PDF.mediaType) ? PDF : XLSX;
  }
}
