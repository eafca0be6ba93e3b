package jp.tsunagi.base.ui;

import static jp.tsunagi.base.ui.Rendered.part;

import java.util.Map;

/**
 * The tables of the gallery: an import looked at before it happens, a consent before it is given.
 */
final class GalleryTables {
  private GalleryTables() {}

  static String importing() {
    return "<h1>台帳の取りこみ</h1>"
        + part("Route", "steps", steps())
        + """
        <dl class="tally"><div><dt>読んだ行</dt><dd>128</dd></div><div><dt>登録できる</dt><dd>119</dd></div>
        <div><dt>同意日がない</dt><dd>6</dd></div><div><dt>直す行</dt><dd>3</dd></div></dl>
        <div class="scroll" role="region" aria-label="直す行" tabindex="0"><table class="dense rowcheck">
        <caption class="vh">直す行、3つ</caption>
        <thead><tr><th scope="col">行</th><th scope="col">氏名</th><th scope="col">直すところ</th></tr></thead>
        <tbody><tr><td>14</td><td>小川 みなと</td><td class="bad">生年月日<q>平成31年5月7日</q>はありません。令和元年5月7日ですか</td></tr>
        <tr><td>37</td><td>海原 はると</td><td class="bad">ふりがなが空です</td></tr>
        <tr><td>90</td><td>髙嶺 りく</td><td class="bad">同じ氏名・生年月日の児童が登録されています</td></tr></tbody></table></div>
        <p class="acts foot"><button class="button primary">119人を登録する</button><a class="button" href="/x">やめる</a></p>
        """;
  }

  private static Object steps() {
    return java.util.List.of(
        new Step("ファイルを選ぶ", Step.State.DONE),
        new Step("確かめる", Step.State.NOW),
        new Step("登録する", Step.State.AHEAD));
  }

  static String consent() {
    return """
    <h1>引継ぎの同意</h1>
    <table class="dense preview"><caption class="vh">同意すると見える人</caption>
    <thead><tr><th scope="col">読む人</th><th scope="col">見えるもの</th><th scope="col">いつまで</th></tr></thead>
    <tbody><tr><th scope="row">みどり保育園　担任・園長</th><td class="yes">好き・苦手、支援内容</td><td>令和8年3月31日（2026）</td></tr>
    <tr><th scope="row">放デイ そらいろ</th><td class="no">見えるものはありません</td><td></td></tr></tbody></table>
    """
        + part("Readers", Map.of("people", "みどり保育園の担任、園長", "when", "同意すると読む人"));
  }
}
