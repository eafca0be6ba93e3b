/**
 * 根拠: the consents of the family (支援システム利用の同意, 引継ぎの同意, 共有の同意) and their withdrawal; keeps the
 * grants that follow from them. Withdrawal holds for the next byte (A3).
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
      "record.form",
      "record.file"
    })
package jp.tsunagi.record.ground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
