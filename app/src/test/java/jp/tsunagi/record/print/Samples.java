package jp.tsunagi.record.print;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.ShippedForms;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;

/** Made-up papers, long and short, and what can be read back from them. */
public final class Samples {
  static final Footing FOOTING =
      new Footing("R8-0012", "森田 かえで（つなぎ市児童発達支援センター）", "令和8年11月21日 14:03");
  static final PdfRenderer RENDERER =
      new PdfRenderer(
          TemplateEngine.createPrecompiled(null, ContentType.Html, null, "jp.tsunagi.templates"));
  private static final String LONG =
      "朝の支度は、絵カードを順に置くと自分で進められるようになりました。「つぎは、これ」と声に出して確かめ、"
          + "終わったカードを箱に入れることを楽しみにしています。予定が変わる日は、前の日の帰りに一度、"
          + "当日の朝にもう一度、写真を見せて伝えると落ち着いて過ごせます。";

  private Samples() {}

  static FormDefinition form(String key) {
    return ShippedForms.all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  /** Answers to every question of a section; texts as long as asked. */
  static Answers answers(Section section, int repeats) {
    var byField = new TreeMap<String, Answer>();
    section.questions().forEach(field -> byField.put(field.key(), answer(field, repeats)));
    return new Answers(byField);
  }

  private static Answer answer(Field field, int repeats) {
    return switch (field) {
      case Field.LongText _ -> new Answer.Text(LONG.repeat(repeats));
      case Field.ShortText _ -> new Answer.Text("ヴァイオリンの音、ゔぁ、つなぎ園");
      case Field.Date _ -> Answer.Date.of(LocalDate.of(2026, 3, 20));
      case Field.Age _ -> new Answer.Age(14);
      case Field.Choice choice -> new Answer.Choice(choice.options().getFirst().key());
      case Field.Choices choices ->
          new Answer.Choices(new TreeSet<>(List.of(choices.options().getLast().key())));
      case Field.Person _ -> new Answer.Person("髙嶺 さくら", null);
      case Field.Organisation _ -> new Answer.Organisation("みどり園", null);
      case Field.Table table -> rows(table, repeats);
      case Field.Goals goals -> rows(goals, repeats);
      case Field.Signature _ ->
          new Answer.Signature("青空 みなみ", "母", LocalDate.of(2026, 3, 21), Answer.SignedBy.PAPER);
      default -> new Answer.Empty();
    };
  }

  private static Answer rows(Field field, int repeats) {
    var rows = new TreeMap<String, Answers>();
    for (int i = 0; i < 2; i++) {
      var cells = new TreeMap<String, Answer>();
      field.columns().forEach(column -> cells.put(column.key(), answer(column, 1)));
      rows.put("row" + i, new Answers(cells));
    }
    return new Answer.Rows(rows);
  }

  static Paper paper(FormDefinition form, int repeats, boolean withRoom, String name) {
    List<Paper.Block> blocks = new ArrayList<>();
    for (Section section : form.sections()) {
      Answers answers = repeats == 0 ? Answers.NONE : answers(section, repeats);
      var sources = new SectionLayout.Sources(_ -> Optional.empty(), Map.of(), Map.of(), withRoom);
      var pieces = SectionLayout.blocks(section, answers, sources);
      if (!pieces.isEmpty()) {
        blocks.add(
            new Paper.Heading(section.title().japanese(), Optional.of("記入　みどり園　令和8年3月20日"), false));
        blocks.addAll(pieces);
      }
    }
    return new Paper(
        form.title().japanese(),
        List.of("令和7年度（2025）　みどり園"),
        Optional.empty(),
        List.of(
            new Paper.Fact("氏名", name, Optional.of("あおぞら　うみ")),
            new Paper.Fact("生年月日", "令和元年5月14日（2019）"),
            new Paper.Fact("学年", "5歳児クラス"),
            new Paper.Fact("性別", "女")),
        blocks,
        name + "　" + form.title().japanese());
  }

  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture on a page, in millimetres. */
  public record Drawn(int page, double wide, double high) {}

  /** Every picture, as large as it is drawn. */
  public static List<Drawn> pictures(byte[] pdf) {
    List<Drawn> drawn = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        new Pictures(document.getPage(i), i + 1, drawn).run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drawn;
  }

  private static final class Pictures extends PDFGraphicsStreamEngine {
    private static final double MILLIMETRE = 72 / 25.4;
    private final int number;
    private final List<Drawn> drawn;

    Pictures(PDPage page, int number, List<Drawn> drawn) {
      super(page);
      this.number = number;
      this.drawn = drawn;
    }

    void run() throws IOException {
      processPage(getPage());
    }

    @Override
    public void drawImage(PDImage image) {
      var at = getGraphicsState().getCurrentTransformationMatrix();
      drawn.add(
          new Drawn(
              number, at.getScalingFactorX() / MILLIMETRE, at.getScalingFactorY() / MILLIMETRE));
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {}

    @Override
    public void lineTo(float x, float y) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public Point2D getCurrentPoint() {
      return new Point2D.Float();
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void shadingFill(COSName name) {}
  }

  static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a paper under target/papers, to be looked at. */
  public static byte[] kept(String name, byte[] bytes) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "papers"));
      Files.write(folder.resolve(name), bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
