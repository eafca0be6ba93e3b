/**
 * 年度・学年・和暦: the rules of dates, pure and without a clock (DOMAIN: calendars and ages, F3).
 *
 * <p>年度 = {@code FiscalYear}, 元号 = {@code Era}, 学年・クラス = {@code Cohort} and {@code SchoolGrade},
 * 満年齢 = {@code Age}, ライフステージ = {@code LifeStage}, 期間 = {@code Period} (half-open days). What a user
 * typed becomes a {@code DateReading}; what a user reads is {@code Words}: a key of {@code
 * messages/base/calendar} with its arguments.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.tsunagi.base.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
