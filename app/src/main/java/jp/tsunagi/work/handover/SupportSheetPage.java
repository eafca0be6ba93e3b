package jp.tsunagi.work.handover;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.print.IssueLine;
import org.jspecify.annotations.Nullable;

/**
 * The desk for handing out a 支援シート.
 *
 * @param grounds the receivers that a consent names
 * @param form what to hand out to the chosen receiver; null before one is chosen
 */
public record SupportSheetPage(
    String childUrl,
    String childName,
    String url,
    @Nullable RefusalView refusal,
    List<GroundLine> grounds,
    @Nullable Form form,
    List<IssueLine> earlier) {
  public SupportSheetPage {
    grounds = List.copyOf(grounds);
    earlier = List.copyOf(earlier);
  }

  /**
   * One receiver.
   *
   * @param url chooses it
   * @param by how it is reached today: 紙で連携, 登録のない相手
   */
  public record GroundLine(
      String url, String receiver, String by, String given, String until, boolean chosen) {}

  /**
   * The choice for one receiver.
   *
   * @param place name of a place outside the register as the consent says it; null for a registered
   *     receiver
   * @param restricted what will stand on a sheet of its own
   */
  public record Form(
      String consent,
      String receiver,
      String receiverName,
      @Nullable String place,
      @Nullable FieldView placeKind,
      List<Option> placeKinds,
      FieldView purpose,
      FieldView parts,
      List<Option> open,
      FieldView restrictedParts,
      List<Option> restricted) {
    public Form {
      placeKinds = List.copyOf(placeKinds);
      open = List.copyOf(open);
      restricted = List.copyOf(restricted);
    }
  }
}
