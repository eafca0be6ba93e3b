package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.record.ground.Readers;

/** Taking a consent back: who will no longer read what. */
public record PortalWithdrawalPage(
    NameView child,
    String kind,
    String given,
    String url,
    String back,
    boolean use,
    List<Readers.Line> losses) {}
