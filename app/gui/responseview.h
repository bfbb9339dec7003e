// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange.h"
#include "gui/theme.h"

#include <QFrame>

class QPlainTextEdit;
class QStackedWidget;
class QTabBar;

namespace tokeni {

class JsonHighlighter;
class Readout;

/*! The bottom zone: the answer as it came, its headers, and the request as it was sent. */
class ResponseView : public QFrame
{
    Q_OBJECT
public:
    explicit ResponseView(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /*! Shows \a exchange, or that there is none when null; the token in it masked unless
     *  \a showToken. */
    void show(const Exchange *exchange, bool showToken);
    /*! Small: it takes what the other zones leave, and only then scrolls the window. */
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    Readout *m_status;
    QPlainTextEdit *m_body;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_request;
    JsonHighlighter *m_highlighter;
};

} // namespace tokeni
