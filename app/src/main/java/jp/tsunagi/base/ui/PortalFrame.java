package jp.tsunagi.base.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of a guardian.
 *
 * @param municipality name of the municipality
 * @param home address of the guardian's first page
 * @param furigana the switch of readings above kanji; its address turns it over
 * @param languages languages to choose from; the current one is marked
 * @param me who is signed in, or null at the door
 * @param token against forged requests
 * @param notice one line on what was just done, or null
 */
public record PortalFrame(
    String municipality,
    String home,
    Switch furigana,
    List<Link> languages,
    @Nullable Me me,
    Token token,
    @Nullable Notice notice) {

  /** Something that is on or off, and the address that turns it over. */
  public record Switch(boolean on, String url) {}

  public PortalFrame {
    languages = List.copyOf(languages);
  }

  public PortalFrame with(@Nullable Notice said) {
    return new PortalFrame(municipality, home, furigana, languages, me, token, said);
  }

  /** Name of the current language, in itself. */
  public String language() {
    return languages.stream().filter(Link::current).map(Link::text).findFirst().orElse("");
  }
}
