// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/plaintooltip.h"

#include "core/text/visibletext.h"

#include <QTextDocument>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxToolTip = 1000;

} // namespace

QString plainToolTip(const QString &text)
{
    QString shown = shortened(text, maxToolTip);
    if (!Qt::mightBeRichText(shown))
        return shown;
    return u"<p style=\"white-space: pre-wrap\">"_s + shown.toHtmlEscaped() + u"</p>"_s;
}

} // namespace tokeni
