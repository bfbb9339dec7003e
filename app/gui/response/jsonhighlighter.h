// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme/theme.h"

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace tokeni {

/*! Colours the keys, strings and numbers of JSON. */
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    /*! Highlights \a document, which owns it; \a theme must outlive both. */
    JsonHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;

private:
    void takeColours(const Theme &theme);

    QTextCharFormat m_key;
    QTextCharFormat m_text;
    QTextCharFormat m_number;
};

} // namespace tokeni
