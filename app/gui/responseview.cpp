// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/responseview.h"

#include "core/shownbody.h"
#include "gui/jsonhighlighter.h"
#include "gui/readout.h"
#include "gui/styleproperty.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *textPage(const QString &accessibleName, const QString &placeholder)
{
    auto *page = new QPlainTextEdit;
    page->setReadOnly(true);
    page->setAccessibleName(accessibleName);
    page->setPlaceholderText(placeholder);
    page->setTabChangesFocus(true);
    page->setUndoRedoEnabled(false);
    page->document()->setDocumentMargin(Theme::length(u"documentMargin"_s));
    page->setFont(Theme::font(u"code"_s));
    return page;
}

QString headerLines(const HttpHeaders &headers)
{
    QString lines;
    for (const HttpHeader &header : headers)
        lines += QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value) + u'\n';
    return lines;
}

QString statusText(const HttpReply &reply)
{
    if (reply.status == 0)
        return ResponseView::tr("no answer");
    const QString reason = QString::fromUtf8(reply.reason).simplified().left(40);
    return reason.isEmpty() ? QString::number(reply.status)
                            : u"%1 %2"_s.arg(reply.status).arg(reason);
}

// setPlainText() with the same text would throw away the reader's place and selection.
void setTextIfOther(QPlainTextEdit *page, const QString &text)
{
    if (page->toPlainText() != text)
        page->setPlainText(text);
}

} // namespace

ResponseView::ResponseView(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_status(new Readout(tr("Response status"))),
      m_body(textPage(tr("Response body"), tr("The answer stands here."))),
      m_headers(textPage(tr("Response headers"), tr("The headers of the answer stand here."))),
      m_request(textPage(tr("Request sent"), tr("The request stands here as it was sent."))),
      m_highlighter(new JsonHighlighter(m_body->document()))
{
    setObjectName(u"card"_s);
    setMinimumHeight(Theme::length(u"responseHeight"_s));
    m_tabs->addTab(tr("Response"));
    m_tabs->addTab(tr("Headers"));
    m_tabs->addTab(tr("Request sent"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (QPlainTextEdit *page : {m_body, m_headers, m_request})
        m_pages->addWidget(page);
    m_status->setObjectName(u"status"_s);

    auto *tabLine = new QFrame;
    tabLine->setObjectName(u"tabLine"_s);
    auto *top = new QHBoxLayout(tabLine);
    top->setContentsMargins(Theme::length(u"cardInset"_s), 0, Theme::length(u"cardInset"_s), 0);
    top->addWidget(m_tabs);
    top->addStretch();
    top->addWidget(m_status);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(tabLine);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    setTheme(theme);
}

void ResponseView::setTheme(const Theme &theme)
{
    m_highlighter->setTheme(theme);
}

void ResponseView::show(const Exchange *exchange, bool showToken)
{
    if (!exchange) {
        m_status->show({});
        for (QPlainTextEdit *page : {m_body, m_headers, m_request})
            page->clear();
        return;
    }
    const HttpReply &reply = exchange->reply;
    const QLocale locale;
    m_status->show(u"%1 · %2 ms · %3 B"_s.arg(statusText(reply), locale.toString(reply.elapsedMs),
                                              locale.toString(reply.body.size())));
    setStyleProperty(m_status, "refused", reply.status != 200 || reply.fault);
    setTextIfOther(m_body, shownBody(reply.body.view(), showToken));
    setTextIfOther(m_headers, headerLines(reply.headers));
    setTextIfOther(m_request,
                   QString::fromUtf8(exchange->requestLine)
                       + (reply.http2 ? u" HTTP/2\n"_s : u" HTTP/1.1\n"_s)
                       + headerLines(exchange->requestHeaders));
}

} // namespace tokeni
