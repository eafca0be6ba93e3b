package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import jp.tsunagi.base.database.GuardianId;

/**
 * Whose words somebody else types in (代理入力).
 *
 * @param guardian who said or wrote them
 * @param receivedOn the day the paper came or the talk took place
 */
public record Said(GuardianId guardian, LocalDate receivedOn) {}
