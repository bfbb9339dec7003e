// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme/theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(u":/tokeni/"_s + path);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return file.readAll();
}

QJsonObject tokens(QLatin1StringView group)
{
    static const QJsonObject all
        = QJsonDocument::fromJson(resource(u"theme/tokens.json"_s)).object();
    Q_ASSERT(all.contains(group));
    return all[group].toObject();
}

QString nameOf(ColourScheme scheme)
{
    return scheme == ColourScheme::Dark ? u"dark"_s : u"light"_s;
}

QHash<QString, QColor> coloursOf(ColourScheme scheme)
{
    const QJsonObject named = tokens("colours"_L1)[nameOf(scheme)].toObject();
    QHash<QString, QColor> colours;
    for (auto it = named.begin(); it != named.end(); ++it)
        colours.insert(it.key(), QColor(it.value().toString()));
    return colours;
}

QString monospaceFamily()
{
    const QString wanted = u"DejaVu Sans Mono"_s;
    return QFontDatabase::hasFamily(wanted)
        ? wanted
        : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

QFont fontOf(const QJsonObject &token)
{
    QFont font;
    if (token["monospace"_L1].toBool())
        font.setFamily(monospaceFamily());
    else if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    font.setPixelSize(token["size"_L1].toInt());
    font.setWeight(QFont::Weight(token["weight"_L1].toInt()));
    font.setLetterSpacing(QFont::AbsoluteSpacing, token["spacing"_L1].toDouble());
    return font;
}

} // namespace

Theme::Theme(Scheme scheme, QObject *parent)
    : QObject(parent), m_scheme(scheme), m_colours(coloursOf(scheme))
{ }

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_colours = coloursOf(scheme);
    Q_EMIT changed();
}

Theme::Scheme Theme::schemeOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

QColor Theme::colour(const QString &name) const
{
    Q_ASSERT(m_colours.contains(name));
    return m_colours.value(name);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(u"window"_s));
    palette.setColor(QPalette::WindowText, colour(u"ink"_s));
    palette.setColor(QPalette::Base, colour(u"field"_s));
    palette.setColor(QPalette::AlternateBase, colour(u"side"_s));
    palette.setColor(QPalette::Text, colour(u"ink"_s));
    palette.setColor(QPalette::PlaceholderText, colour(u"mute"_s));
    palette.setColor(QPalette::Button, colour(u"card"_s));
    palette.setColor(QPalette::ButtonText, colour(u"ink"_s));
    palette.setColor(QPalette::Highlight, colour(u"accent"_s));
    palette.setColor(QPalette::HighlightedText, colour(u"accentInk"_s));
    palette.setColor(QPalette::ToolTipBase, colour(u"card"_s));
    palette.setColor(QPalette::ToolTipText, colour(u"ink"_s));
    palette.setColor(QPalette::Link, colour(u"accent"_s));
    palette.setColor(QPalette::Disabled, QPalette::Text, colour(u"mute"_s));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, colour(u"mute"_s));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, colour(u"mute"_s));
    return palette;
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromUtf8(resource(u"theme/tokeni.qss"_s));
    for (auto it = m_colours.cbegin(); it != m_colours.cend(); ++it)
        sheet.replace(u'@' + it.key() + u'@', it.value().name());
    const QJsonObject lengths = tokens("lengths"_L1);
    for (auto it = lengths.begin(); it != lengths.end(); ++it)
        sheet.replace(u'@' + it.key() + u'@', QString::number(it.value().toInt()));
    const QJsonObject fonts = tokens("fonts"_L1);
    for (auto it = fonts.begin(); it != fonts.end(); ++it) {
        const QJsonObject font = it.value().toObject();
        for (const QString &property : {u"size"_s, u"weight"_s})
            sheet.replace(u'@' + it.key() + u'.' + property + u'@',
                          QString::number(font[property].toInt()));
    }
    return sheet.replace(u"@scheme@"_s, nameOf(m_scheme));
}

QIcon Theme::icon(const QString &name, const QString &ink) const
{
    QByteArray svg = resource(u"icons/"_s + name + u".svg"_s);
    svg.replace("currentColor", colour(ink).name().toLatin1());
    QSvgRenderer renderer(svg);
    QIcon icon;
    for (const int size : {16, 32, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

int Theme::length(const QString &name)
{
    const QJsonValue length = tokens("lengths"_L1)[name];
    Q_ASSERT(length.isDouble());
    return length.toInt();
}

QFont Theme::font(const QString &name)
{
    static const QHash<QString, QFont> fonts = [] {
        const QJsonObject all = tokens("fonts"_L1);
        QHash<QString, QFont> made;
        for (auto it = all.begin(); it != all.end(); ++it)
            made.insert(it.key(), fontOf(it.value().toObject()));
        return made;
    }();
    Q_ASSERT(fonts.contains(name));
    return fonts.value(name);
}

} // namespace tokeni
