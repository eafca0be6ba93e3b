/**
 * 見わたす: my day (わたしの学級, 拠点の一覧), the child's page with its timeline (あゆみ) over all life stages, and
 * why something is visible (見える理由). Made from the record; owns no table (A1, A13, F2).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.name",
      "base.ui",
      "base.trace",
      "people.organisation",
      "people.staff",
      "people.child",
      "people.involvement",
      "record.item",
      "record.form"
    })
package jp.tsunagi.view.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
