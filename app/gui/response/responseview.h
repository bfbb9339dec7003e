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

/*! The bottom zone: the answer as it arrived, its headers, the request as it was sent, the timing,
 *  and earlier requests. */
class ResponseView : public QFrame
{
    Q_OBJECT
public:
    /*! Both arguments must outlive this object; if \a history is null, there is no tab for it. */
    ResponseView(const Theme &theme, RequestHistory *history, QWidget *parent = nullptr);

    /*! Shows \a exchange, or that there is none if it is null; the token in it is masked unless \a
     *  showToken. */
    void show(const HttpExchange *exchange, bool showToken);
    /*! Opens the find bar. */
    void find();
    /*! Small on purpose: it takes the space that the other zones leave, and the window only scrolls
     *  if that is too little. */
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }

Q_SIGNALS:
    /*! The answer has to be shown again, because the user has switched between formatted and
     *  unchanged bytes. */
    void showAgain();
    /*! The user wants to copy the token itself. */
    void tokenCopyRequested();
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! The environment of a remembered request was chosen; it may no longer exist. */
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
    QStringList m_statusTexts; // Longest first.
};

} // namespace tokeni
