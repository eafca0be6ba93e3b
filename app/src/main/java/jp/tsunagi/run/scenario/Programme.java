package jp.tsunagi.run.scenario;

/** 支援事業 like 元気キッズ, run by one organisation. */
record Programme(String key, String organisation, String name, Place place) {}
