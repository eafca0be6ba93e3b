package jp.tsunagi.base.ui;

import static jp.tsunagi.base.ui.Rendered.TOKEN;
import static jp.tsunagi.base.ui.Rendered.part;
import static jp.tsunagi.base.ui.Rendered.raw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every part in its states, on four pages one can look at: {@code app/target/gallery/}. */
final class Gallery {
  private static final List<Option> UNKNOWN =
      List.of(new Option("unknown", "わからない", false), new Option("withheld", "答《こた》えたくない", false));

  private Gallery() {}

  static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("parts", Rendered.staffPage("部品と状態", parts()));
    pages.put("import", Rendered.staffPage("台帳の取りこみ", GalleryTables.importing()));
    pages.put("consent", Rendered.staffPage("同意の前に", GalleryTables.consent()));
    pages.put("portal", Rendered.portalPage("個人票《こじんひょう》", portal()));
    pages.put("sign-in", Rendered.plainPage("サインイン", signIn()));
    pages.put("refused", Rendered.plainPage("見つかりません", refused()));
    return pages;
  }

  private static String box(String title, String... html) {
    return "<section class=\"block\"><h2>"
        + title
        + "</h2>"
        + String.join("\n", html)
        + "</section>";
  }

  private static String status(Icon icon, String word, String since, boolean mine) {
    return "<p>" + part("Status", "status", new StatusView(icon, word, since, mine)) + "</p>";
  }

  static String parts() {
    var crumbs = part("Crumbs", Map.of("ways", List.of(new Link("/day", "2年1組")), "here", "部品と状態"));
    return crumbs
        + "<h1>部品と状態</h1><div class=\"cols\"><div>"
        + words()
        + "</div><div>"
        + fields()
        + "</div><div>"
        + answers()
        + "</div></div>";
  }

  private static String words() {
    var name = new NameView("青空", "あおぞら", "ひなた", "ひなた");
    var steps =
        List.of(
            new Step("下書き（森田）", Step.State.DONE),
            new Step("教頭", Step.State.NOW),
            new Step("保護者の確認", Step.State.AHEAD),
            new Step("確定", Step.State.AHEAD));
    return box("名前", "<p class=\"name\">" + part("Name", "name", name) + "</p>")
        + box(
            "注意",
            part("Marks", "marks", List.of(new MarkView("アレルギー", true), new MarkView("通訳", false))))
        + box(
            "ようす",
            status(Icon.NOT_STARTED, "未着手", "4月から", false),
            status(Icon.DRAFT, "下書き", "きのう 16:40", false),
            status(Icon.RETURNED, "差戻し", "教頭 5/13", true),
            status(Icon.IN_APPROVAL, "決裁中", "校長 5/13から", false),
            status(Icon.WITH_GUARDIAN, "保護者待ち", "3日", false),
            status(Icon.IN_USE, "校内で使用中", "5/9", false),
            status(Icon.FINAL, "確定", "5/9", false))
        + box("道すじ", part("Route", "steps", steps))
        + box("保存", part("Saved", "at", "14:03"))
        + box(
            "ボタン",
            "<div class=\"acts\"><button class=\"button primary\">決裁に出す</button>"
                + "<a class=\"button\" href=\"/x\">印刷</a>"
                + part("Act", Map.of("url", "/x", "text", "受け取る", "token", TOKEN))
                + "</div><p>"
                + part("NotNow", Map.of("text", "決裁に出す", "because", "2つ書くと出せます"))
                + "</p>")
        + box(
            "しぼる・移る",
            part(
                "Filter",
                Map.of(
                    "label",
                    "しぼりこみ",
                    "ways",
                    List.of(new Link("/a", "すべて 9", true), new Link("/b", "下書き 2")))),
            part(
                "Tabs",
                Map.of(
                    "label",
                    "右に出すもの",
                    "ways",
                    List.of(new Link("/c", "保護者の願い", true), new Link("/d", "印刷のすがた")))),
            part("Pager", "pager", new PagerView("/p", "/n", "あ行から か行まで")));
  }

  private static String fields() {
    var goal = FieldView.of("goal", "目標").hint("「いつ・どこで・何を」が分かるように").value("言葉で頼む");
    var day = FieldView.of("day", "面談の日").value("平成31年5月7日").must();
    var wrong = day.error("平成31年5月はありません。令和元年5月7日（2019）ですか");
    var next =
        List.of(
            new Option("keep", "継続", false),
            new Option("change", "修正", false),
            new Option("done", "達成", true),
            new Option("end", "終了", false));
    return part("Summary", "fields", List.of(goal, wrong))
        + part("AreaField", "field", goal)
        + part("DateField", "field", wrong)
        + part(
            "DateField",
            Map.of(
                "field", FieldView.of("born", "生年月日").value("R3.4.2"), "reading", "令和3年4月2日（2021）"))
        + part(
            "ChoiceField",
            Map.of("field", FieldView.of("next", "前の期の目標1をどうするか"), "options", next, "keys", true))
        + part(
            "ChoicesField",
            Map.of(
                "field",
                FieldView.of("sections", "渡すところ"),
                "options",
                List.of(
                    new Option("a", "好き・苦手・落ち着く方法", true, "令和7年4月の個人票"),
                    new Option("b", "支援内容", false))))
        + part(
            "SelectField",
            Map.of("field", FieldView.of("class", "学級"), "options", next, "blank", "選んでください"))
        + part("FileField", Map.of("field", FieldView.of("scan", "同意書の写し"), "accept", ".pdf"))
        + part("FactField", Map.of("label", "学校", "value", "みどり台小学校"));
  }

  private static String answers() {
    var refusal =
        new RefusalView(
            "決裁に出せませんでした",
            List.of("緑川先生の決裁の権限が、5月12日に終わっています。"),
            "教頭の藤波先生に、決裁者の変更を頼んでください（内線11）。",
            List.of(new Link("/m", "藤波先生に連絡する"), new Link("/w", "下書きに戻る")));
    var two = new TwoTexts("means", "白石", "14:01", "机に文のカードを貼る。", "カードを机の右上に貼る。");
    return part("Notice", "notice", new Notice("支援内容を確定しました。お母さまの確認を待っています"))
        + part("Refusal", "refusal", refusal)
        + "<br>"
        + part("TwoTexts", "two", two)
        + part(
            "Empty",
            Map.of(
                "what",
                "あなたの番の計画はありません",
                "next",
                "つぎの期限は5月30日（金）です。",
                "way",
                new Link("/plans", "すべての計画を見る")))
        + part(
            "Reason",
            Map.of("title", "お母さまの同意で見えています", "content", raw("<p>読んだことは記録に残り、保護者も見ることができます。</p>")))
        + part("Why", Map.of("url", "/why", "of", "医療"))
        + part("Readers", Map.of("people", "お母さま、みどり台小学校の担任・特支CO"))
        + part(
            "Found",
            "children",
            List.of(
                new FoundView(
                    "/c/1", new NameView("髙嶺", "たかね", "りく", null), "令和元年6月3日・2年1組", null)));
  }

  private static String portal() {
    var likes = FieldView.of("likes", "好《す》きなこと・得意《とくい》なこと").hint("遊《あそ》び、食《た》べもの、場所《ばしょ》など");
    var calm = FieldView.of("calm", "落《お》ち着《つ》く方法《ほうほう》").instead(UNKNOWN);
    var yesNo = List.of(new Option("yes", "はい", true), new Option("no", "いいえ", false));
    return "<p class=\"from\">3／7</p><h1>"
        + part("Furigana", "text", "毎日《まいにち》の生活《せいかつ》")
        + "</h1>"
        + part("Readers", Map.of("people", "はぐくみの相談員《そうだんいん》、みどり保育園《ほいくえん》の先生《せんせい》"))
        + "<form class=\"sheet\" id=\"s\" method=\"post\" data-autosave=\"/draft\">"
        + part("AreaField", "field", likes)
        + part("AreaField", "field", calm)
        + part(
            "ChoiceField",
            Map.of(
                "field", FieldView.of("allergy", "アレルギーはありますか").instead(UNKNOWN), "options", yesNo))
        + part(
            "TextField",
            Map.of(
                "field",
                FieldView.of("tel", "電話《でんわ》").error("数字《すうじ》で書《か》いてください"),
                "inputmode",
                "tel"))
        + part("Saved", Map.of("at", "14:03"))
        + "<p class=\"acts\"><a class=\"button\" href=\"/2\">前へ</a>"
        + "<button class=\"button primary\">次へ</button></p></form>";
  }

  private static String signIn() {
    return "<h1>サインイン</h1><form method=\"post\">"
        + part(
            "TextField",
            Map.of(
                "field", FieldView.of("name", "職員番号"), "autocomplete", "username", "first", true))
        + part(
            "TextField",
            Map.of(
                "field",
                FieldView.of("secret", "合言葉"),
                "type",
                "password",
                "autocomplete",
                "current-password"))
        + "<p class=\"acts\"><button class=\"button primary\">サインイン</button></p></form>"
        + "<div class=\"aside\"><p>合言葉を忘れたときは、機関の管理者に頼んでください。</p></div>";
  }

  private static String refused() {
    return part(
        "Refusal",
        Map.of(
            "page",
            true,
            "refusal",
            new RefusalView(
                "このページはありません",
                List.of("住所が変わったか、あなたの受け持ちではなくなったページです。"),
                null,
                List.of(new Link("/", "最初の画面へ")))));
  }
}
