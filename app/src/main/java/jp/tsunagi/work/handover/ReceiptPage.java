package jp.tsunagi.work.handover;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/**
 * Before a receipt is confirmed: who comes, who hands over, and what becomes readable.
 *
 * @param sender the organisation that hands over; none where it is not known
 * @param what headings the guardian agreed to, nothing of what stands beneath them
 * @param url where the receipt is confirmed
 */
public record ReceiptPage(
    NameView name,
    String birth,
    @Nullable String sender,
    String receiver,
    String entry,
    String offered,
    List<String> what,
    String until,
    String url) {}
