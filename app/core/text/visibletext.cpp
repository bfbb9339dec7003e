// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/visibletext.h"

#include <QList>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isVisibleCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        break;
    }
    // Letters, a mark and a sign that are drawn as nothing (Unicode, Default_Ignorable_Code_Point;
    // the last is the Braille blank).
    constexpr char32_t blank[] = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800};
    return std::find(std::begin(blank), std::end(blank), c) == std::end(blank);
}

bool readsFromTheRight(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

} // namespace

bool isVisible(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return text.isValidUtf16()
        && std::all_of(characters.cbegin(), characters.cend(), isVisibleCharacter);
}

QString visibleText(const QString &text)
{
    if (isVisible(text))
        return text;
    QString visible;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (isVisibleCharacter(c))
            visible += QChar::fromUcs4(c);
        else
            visible += u"‹U+%1›"_s.arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
    }
    return visible;
}

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype kept = longest - 1;
    if (kept > 0 && text[kept - 1].isHighSurrogate())
        --kept;
    return text.first(kept) + u'…';
}

QString isolated(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), readsFromTheRight)
        ? u'\u2068' + text + u'\u2069'
        : text;
}

} // namespace tokeni
