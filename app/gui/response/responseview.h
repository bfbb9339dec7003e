// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/httpexchange.h"
#include "gui/theme/theme.h"

#include <QFrame>

class QPlainTextEdit;
class QStackedWidget;
class QTabBar;

namespace tokeni {

class FindBar;
class HeadersTable;
class HistoryView;
class JsonView;
class AccessibleLabel;
class RequestHistory;
class TimingView;

/*! The bottom zone: the answer as it came, its headers, the request as it was sent, where the time
 *  went, and the requests before. */
class ResponseView : public QFrame
{
    Q_OBJECT
public:
    /*! Both must outlive this object; without a \a history there is no tab for it. */
    ResponseView(const Theme &theme, RequestHistory *history, QWidget *parent = nullptr);

    /*! Shows \a exchange, or that there is none when null; the token in it masked unless
     *  \a showToken. */
    void show(const HttpExchange *exchange, bool showToken);
    /*! Opens the bar that finds words in the answer. */
    void find();
    /*! Small: it takes what the other zones leave, and only then scrolls the window. */
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }

Q_SIGNALS:
    /*! The answer is to be shown anew: the user wants its bytes, or no longer. */
    void showAgain();
    /*! The user asks for the token itself. */
    void tokenCopyRequested();
    /*! A line for the status bar. */
    void message(const QString &text);
    /*! The environment of a remembered request was chosen, which may be gone by now. */
    void environmentChosen(const QString &id, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void showStatus();

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    AccessibleLabel *m_status;
    JsonView *m_body;
    FindBar *m_find;
    HeadersTable *m_headers;
    QPlainTextEdit *m_request;
    TimingView *m_timing;
    HistoryView *m_history = nullptr;
    QStringList m_statusTexts; // The longest first.
};

} // namespace tokeni
