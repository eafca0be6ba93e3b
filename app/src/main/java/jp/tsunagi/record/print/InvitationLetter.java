package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.QrImage;
import jp.tsunagi.base.ui.Text;

/**
 * The letter by which a guardian comes in for the first time: where to go, what to type, until
 * when. Neither the child's name nor its birth date stand on it: who finds the letter cannot use
 * it. Pure.
 */
record InvitationLetter(
    String guardian, String municipality, String sender, LocalDate on, LocalDate until) {

  /**
   * The paper.
   *
   * @param address of the page, in full; the QR code says the same
   */
  Paper paper(String address, String code) {
    String title = w("print.invitation.title");
    var letter =
        new Paper.Letter(
            municipality,
            DateWords.plain(on).in(language()),
            w("print.invitation.to", guardian),
            sender,
            Optional.of(QrImage.of(address)));
    return new Paper(
        title,
        List.of(),
        Optional.of(letter),
        List.of(),
        List.of(
            new Paper.Words("", paragraphs("print.invitation.lead", 2)),
            new Paper.Ruled(
                List.of(
                    line("address", new Paper.Large(address)),
                    line("code", new Paper.Large(code)),
                    line("birth", new Paper.Written(w("print.invitation.birth.text"), false)),
                    line("until", new Paper.Written(DateWords.full(until).in(language()), false)))),
            new Paper.Words(w("print.invitation.steps"), paragraphs("print.invitation.step", 4)),
            new Paper.Words(w("print.invitation.care"), paragraphs("print.invitation.care", 3)),
            new Paper.Words(
                "",
                List.of(
                    Text.in(
                        Locale.ENGLISH,
                        "print.invitation.other",
                        address,
                        code,
                        DateWords.full(until).in(Locale.ENGLISH))))),
        title,
        true);
  }

  private static Paper.Line line(String name, Paper.Value value) {
    return new Paper.Line(w("print.invitation." + name), value);
  }

  private static List<String> paragraphs(String key, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> w(key + "." + i)).toList();
  }
}
