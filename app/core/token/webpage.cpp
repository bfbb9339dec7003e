// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/webpage.h"

#include "core/request/redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxPage = qsizetype(64) * 1024;
constexpr QByteArrayView pageStarts[]
    = {"<!doctype html", "<html",   "<head",   "<body", "<title",
       "<meta",          "<script", "<iframe", "<h1",   "<center"};

QString unescaped(QString text)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> entities[]
        = {{"&nbsp;"_L1, " "_L1},  {"&lt;"_L1, "<"_L1},  {"&gt;"_L1, ">"_L1},
           {"&quot;"_L1, "\""_L1}, {"&#39;"_L1, "'"_L1}, {"&amp;"_L1, "&"_L1}};
    for (const auto &[entity, character] : entities)
        text.replace(entity, character);
    return text.simplified();
}

qsizetype behind(const QString &markup, QLatin1StringView end, qsizetype from)
{
    const qsizetype at = markup.indexOf(end, from, Qt::CaseInsensitive);
    return at < 0 ? -1 : at + end.size();
}

// Where the text goes on behind the tag, comment, script or style that begins at \a tag; -1 if it does
// not.
qsizetype endOfMarkup(const QString &markup, qsizetype tag)
{
    const QStringView rest = QStringView(markup).sliced(tag);
    if (rest.startsWith("<!--"_L1))
        return behind(markup, "-->"_L1, tag);
    constexpr std::pair<QLatin1StringView, QLatin1StringView> unseen[]
        = {{"<script"_L1, "</script"_L1}, {"<style"_L1, "</style"_L1}};
    for (const auto &[start, end] : unseen) {
        if (!rest.startsWith(start, Qt::CaseInsensitive))
            continue;
        const qsizetype at = behind(markup, end, tag);
        return at < 0 ? -1 : behind(markup, ">"_L1, at);
    }
    return behind(markup, ">"_L1, tag);
}

QString titleOf(const QString &html)
{
    const qsizetype tag = html.indexOf("<title"_L1, 0, Qt::CaseInsensitive);
    const qsizetype start = tag < 0 ? -1 : behind(html, ">"_L1, tag);
    return start < 0 ? QString() : unescaped(html.sliced(start).section(u'<', 0, 0));
}

// The first capture of the first of \a patterns that matches.
QString firstMatch(const QString &text, std::initializer_list<const char16_t *> patterns)
{
    for (const char16_t *pattern : patterns) {
        const QRegularExpression expression(QString::fromUtf16(pattern),
                                            QRegularExpression::CaseInsensitiveOption);
        const auto match = expression.match(text);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

bool saysOneOf(const QString &text, std::initializer_list<QLatin1StringView> marks)
{
    return std::any_of(marks.begin(), marks.end(), [&text](QLatin1StringView mark) {
        return text.contains(mark, Qt::CaseInsensitive);
    });
}

} // namespace

bool isWebPage(const HttpReply &reply)
{
    QByteArray start = reply.body.view()
                           .first(std::min<qsizetype>(reply.body.size(), 1024))
                           .toByteArray()
                           .toLower();
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    start = start.trimmed();
    const QByteArray type
        = headerValue(reply.headers, "Content-Type").value_or(QByteArray()).trimmed().toLower();
    const bool isOther = start.startsWith('{') || start.startsWith('[')
        || (start.startsWith("<?xml") && !start.contains("<html"));
    return !isOther
        && (type.startsWith("text/html") || type.startsWith("application/xhtml")
            || (start.startsWith('<') && start.contains("<html"))
            || std::any_of(std::begin(pageStarts), std::end(pageStarts),
                           [&start](QByteArrayView each) { return start.startsWith(each); }));
}

QString withoutTags(const QString &markup)
{
    // Not regular expressions: whatever comes, each character is looked at once.
    QString text;
    for (qsizetype at = 0; at >= 0 && at < markup.size();) {
        const qsizetype tag = markup.indexOf(u'<', at);
        text += QStringView(markup).sliced(at, (tag < 0 ? markup.size() : tag) - at);
        text += u' ';
        at = tag < 0 ? -1 : endOfMarkup(markup, tag);
    }
    return unescaped(text);
}

QString incidentIdIn(const QString &text)
{
    return firstMatch(
        text,
        {u"incident[ _]?ID:?\\s*([0-9][0-9-]{3,80})", u"support ID(?: is)?:?\\s*([0-9]{6,40})"});
}

WebPage webPageOf(const HttpReply &reply)
{
    // Masked while the tags still name the values.
    const QString html = withoutSecrets(
        QString::fromUtf8(reply.body.view().first(std::min(reply.body.size(), maxPage))),
        shortestSecret);
    WebPage page;
    page.title = titleOf(html);
    page.text = withoutTags(html);
    // The number may be in the text, or only in the address of the firewall's own frame.
    page.incidentId = incidentIdIn(page.text);
    if (page.incidentId.isEmpty()) {
        page.incidentId
            = firstMatch(html, {u"incident[ _]?ID(?:=|%3D|:)?\\s*([0-9]{3,40}-[0-9-]{3,40})"});
    }
    page.requestId = firstMatch(page.text,
                                {u"\\bRequest ID:?\\s*([A-Za-z0-9+/_=-]{6,120})",
                                 u"\\bRay ID:?\\s*([0-9a-f]{10,32})",
                                 u"\\bReference\\s*#\\s*([0-9a-f.]{8,80})"});
    page.isFirewalls = reply.status == 403
        || saysOneOf(html, {"incident_id="_L1, "_Incapsula_Resource"_L1})
        || saysOneOf(page.text, {"incident ID"_L1, "The requested URL was rejected"_L1})
        || (saysOneOf(page.text, {"Generated by cloudfront"_L1})
            && saysOneOf(page.text, {"Request blocked"_L1}));
    return page;
}

} // namespace tokeni
