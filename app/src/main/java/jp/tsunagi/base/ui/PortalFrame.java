package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of a guardian.
 *
 * @param municipality name of the municipality
 * @param home address of the guardian's first page
 * @param reading the switches of furigana and language
 * @param me who is signed in, or null at the door
 * @param token against forged requests
 * @param notice one line on what was just done, or null
 */
public record PortalFrame(
    String municipality,
    String home,
    ReadingView reading,
    @Nullable Me me,
    Token token,
    @Nullable Notice notice) {}
