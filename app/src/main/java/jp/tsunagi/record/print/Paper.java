package jp.tsunagi.record.print;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.ui.QrImage;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a paper, before it is PDF, a page on the screen, or a workbook: all three say the
 * same.
 *
 * @param title of the 様式
 * @param under lines below the title: 年度, who wrote it, 下書き
 * @param letter number, date, receiver and sender, for what is handed out
 * @param facts who it is about
 * @param running what continuation pages say at their head
 * @param onePage whether it is set closely, so that what is signed and comes back, or goes out as a
 *     letter, is one sheet
 */
public record Paper(
    String title,
    List<String> under,
    Optional<Letter> letter,
    List<Fact> facts,
    List<Block> blocks,
    String running,
    boolean onePage) {
  public Paper {
    under = List.copyOf(under);
    facts = List.copyOf(facts);
    blocks = List.copyOf(blocks);
  }

  /** A paper as long as it needs to be. */
  public Paper(
      String title,
      List<String> under,
      Optional<Letter> letter,
      List<Fact> facts,
      List<Block> blocks,
      String running) {
    this(title, under, letter, facts, blocks, running, false);
  }

  /**
   * The head of what goes out of the house.
   *
   * @param number 発行番号 or 整理番号, with its words
   * @param receiver with 御中 or 様
   * @param code what a returning paper is found by, as an image of our own making
   */
  public record Letter(
      String number, String date, String receiver, String sender, Optional<QrImage> code) {}

  /** A fact of the child: 氏名 with ふりがな above, 生年月日, 学年. */
  public record Fact(String label, String value, Optional<String> above) {
    public Fact(String label, String value) {
      this(label, value, Optional.empty());
    }
  }

  /** A piece of a paper, below the one before. */
  public sealed interface Block {}

  /**
   * Begins a part.
   *
   * @param note who said it and when
   * @param newPage whether the part stands apart on pages of its own
   */
  public record Heading(String text, Optional<String> note, boolean newPage) implements Block {}

  /** Lines of label and value in one ruled table. */
  public record Ruled(List<Line> lines) implements Block {
    public Ruled {
      lines = List.copyOf(lines);
    }
  }

  /** One line of a ruled table. */
  public record Line(String label, Value value) {
    private static final int ONE_PIECE = 400;

    /** Whether it is short enough to stand on one page. */
    public boolean whole() {
      return !(value instanceof Written(var text, _)) || text.length() < ONE_PIECE;
    }
  }

  /** What stands beside a label. */
  public sealed interface Value {}

  /**
   * Text as it was written; empty leaves room to write.
   *
   * @param tall whether the room is for more than one line
   */
  public record Written(String text, boolean tall) implements Value {}

  /** What somebody types from the paper, in large letters. */
  public record Large(String text) implements Value {}

  /** Boxes, ticked or not. */
  public record Ticks(List<Tick> ticks) implements Value {
    public Ticks {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * Pictures; papers that are no picture are named.
   *
   * @param wide whether they are pages to be read, not a face to be known
   */
  public record Pictures(List<Picture> pictures, boolean wide) implements Value {
    public Pictures {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A picture, or a paper of another kind.
   *
   * @param url where the page on the screen finds it
   * @param data for the PDF: the picture itself as an image of our own making; empty for papers
   */
  public record Picture(String url, String name, Optional<String> data) {}

  /** Whether a table has so many columns that the page lies: A4 landscape. */
  public boolean wide() {
    return blocks.stream().anyMatch(block -> block instanceof Grid grid && grid.wide());
  }

  /** Every picture on the paper. */
  public List<Picture> pictures() {
    return blocks.stream()
        .filter(Ruled.class::isInstance)
        .flatMap(ruled -> ((Ruled) ruled).lines().stream())
        .filter(line -> line.value() instanceof Pictures)
        .flatMap(line -> ((Pictures) line.value()).pictures().stream())
        .toList();
  }

  /** A box with its text. */
  public record Tick(String text, boolean ticked) {}

  /**
   * A table with a head row.
   *
   * @param label above it, where the table has one
   * @param labelled whether the first column is the label of its row
   * @param shares of the width by column, in proportion; empty where all have the same
   * @param below what stands below each row across all columns: the evaluation of a goal; empty
   *     where nothing does, else as many as there are rows
   */
  public record Grid(
      Optional<String> label,
      List<String> heads,
      List<List<String>> rows,
      boolean labelled,
      List<Integer> shares,
      List<List<Grid.Cell>> below)
      implements Block {
    private static final int LONGEST_PIECE = 600;
    private static final int PAIRED = 300;

    /** More columns than an upright page has room for. */
    static final int UPRIGHT = 6;

    /** Columns of one width, but for that of the labels. */
    public Grid(
        Optional<String> label, List<String> heads, List<List<String>> rows, boolean labelled) {
      this(label, heads, rows, labelled, List.of(), List.of());
    }

    /** Whether the page lies for it. */
    boolean wide() {
      return heads.size() > UPRIGHT;
    }

    /** Whether nothing stands in a row of long texts, which then leaves room for them. */
    public boolean isOpen(List<String> row) {
      return row.stream().allMatch(String::isBlank)
          && shares.stream().anyMatch(share -> share >= TableColumns.LONG);
    }

    /** A cell below a row, with its label. */
    public record Cell(String label, String text, int share) {
      /** Width of the text in per cent, beside the others of its row and their labels. */
      public String width(List<Cell> all) {
        int whole = all.stream().mapToInt(Cell::share).sum();
        return Math.round((100f - all.size() * LABEL) * share / whole) + "%";
      }

      /** Per cent of the width that a label takes. */
      static final int LABEL = 11;
    }

    /** Width of a column in per cent of the table; null where it is not said. */
    public @Nullable String width(int column) {
      if (shares.isEmpty()) {
        return null;
      }
      int all = shares.stream().mapToInt(Integer::intValue).sum();
      return Math.round(100f * shares.get(column) / all) + "%";
    }

    public Grid {
      shares = List.copyOf(shares);
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
      below = below.stream().map(List::copyOf).toList();
    }

    /** Whether a row and what is below it are short enough to stand on one page together. */
    public boolean isTogether(int row) {
      return !below.isEmpty()
          && rows.get(row).stream().allMatch(cell -> cell.length() * heads.size() < PAIRED)
          && below.get(row).stream()
              .allMatch(cell -> cell.text().length() * below.get(row).size() < PAIRED);
    }

    /** Whether a row is short enough to stand on one page. */
    public boolean whole(List<String> row) {
      return row.stream().allMatch(cell -> cell.length() * heads.size() < LONGEST_PIECE);
    }
  }

  /** Text of the form itself, such as the words of a consent. */
  public record Words(String label, List<String> paragraphs) implements Block {
    public Words {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** 確認欄・署名欄: room for a name and a day, or who signed when and how. */
  public record Signatures(List<SignatureBox> boxes) implements Block {
    public Signatures {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * One signature.
   *
   * @param hint below the label
   * @param role what stands beside the name: 続柄, 職名; empty where nothing does
   * @param name empty: still to be signed
   * @param how on paper, in the portal, orally; empty while unsigned
   */
  public record SignatureBox(
      String label,
      Optional<String> hint,
      List<Tick> choices,
      String role,
      String name,
      String relation,
      String day,
      String how) {
    public SignatureBox {
      choices = List.copyOf(choices);
    }

    /** Room for a signature. */
    public static SignatureBox open(
        String label, Optional<String> hint, List<Tick> choices, String role) {
      return new SignatureBox(label, hint, choices, role, "", "", "", "");
    }
  }
}
