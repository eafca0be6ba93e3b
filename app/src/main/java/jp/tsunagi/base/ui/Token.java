package jp.tsunagi.base.ui;

/** The token against forged requests: as a form's parameter and as a request's header. */
public record Token(String parameter, String header, String value) {}
