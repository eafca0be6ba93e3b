/**
 * 画面の土台: the frame of every page, the parts pages are made of, and their words.
 *
 * <p>Parts take plain records and look nothing up: what a page cannot show is not handed to it.
 * Words come from {@code messages/<wing>/<module>.properties} through {@link
 * jp.tsunagi.base.ui.Text}. Japanese is the language of the house; other languages stand beside it,
 * text by text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.tsunagi.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
