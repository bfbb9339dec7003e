// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/responseview.h"

#include "core/request/formattedbody.h"
#include "core/text/visibletext.h"
#include "gui/controls/accessible.h"
#include "gui/controls/plaintooltip.h"
#include "gui/response/findbar.h"
#include "gui/response/headerstable.h"
#include "gui/response/historyview.h"
#include "gui/response/jsonview.h"
#include "gui/response/timingview.h"
#include "gui/theme/styleproperty.h"

#include <QAction>
#include <QBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *requestPage()
{
    auto *page = new QPlainTextEdit;
    page->setReadOnly(true);
    page->setAccessibleName(ResponseView::tr("Request sent"));
    page->setPlaceholderText(ResponseView::tr("The request appears here as it was sent."));
    page->setTabChangesFocus(true);
    page->setUndoRedoEnabled(false);
    page->document()->setDocumentMargin(Theme::length(u"documentMargin"_s));
    page->setFont(Theme::font(u"code"_s));
    return page;
}

// Something arrived, but no status that Qt reports.
bool cameWithoutStatus(const HttpReply &reply)
{
    using Kind = TransportFault::Kind;
    return reply.status == 0 && reply.fault
        && (reply.fault->kind == Kind::TooLarge || reply.fault->kind == Kind::NotHttp);
}

// From the full text to one that fits beside the tabs of a small window.
QStringList statusTexts(const HttpReply &reply)
{
    const QLocale locale;
    const QString time = ResponseView::tr("%1 ms").arg(locale.toString(reply.elapsedMs));
    const QString size = ResponseView::tr("%1 B").arg(locale.toString(reply.body.size()));
    const QString number = cameWithoutStatus(reply) ? ResponseView::tr("no status")
        : reply.status == 0                         ? ResponseView::tr("no answer")
                                                    : QString::number(reply.status);
    const QString reason = shortened(visibleText(QString::fromUtf8(reply.reason).simplified()), 40);
    const QString status = reason.isEmpty() ? number : number + u' ' + reason;
    const QString between = u" · "_s;
    return {status + between + time + between + size, status + between + time,
            number + between + time, number};
}

} // namespace

ResponseView::ResponseView(const Theme &theme, RequestHistory *history, QWidget *parent)
    : QFrame(parent), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_status(new AccessibleLabel(tr("Response status"))), m_body(new JsonView(theme)),
      m_find(new FindBar(*m_body, theme)), m_headers(new HeadersTable), m_request(requestPage()),
      m_timing(new TimingView(theme))
{
    if (history)
        m_history = new HistoryView(*history, theme);
    build();
    connectParts();
}

void ResponseView::build()
{
    setObjectName(u"card"_s);
    setMinimumHeight(Theme::length(u"responseHeight"_s));
    m_body->setAccessibleName(tr("Response body"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Views of the response"));
    const auto addPage = [this](const QString &name, QWidget *page) {
        m_tabs->addTab(name);
        m_pages->addWidget(page);
    };
    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins({});
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_find);
    bodyLayout->addWidget(m_body, 1);
    addPage(tr("Response"), body);
    addPage(tr("Headers"), m_headers);
    addPage(tr("Request sent"), m_request);
    addPage(tr("Timing"), m_timing);
    if (m_history)
        addPage(tr("History"), m_history);
    m_status->setObjectName(u"status"_s);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *tabLine = new QFrame;
    tabLine->setObjectName(u"tabLine"_s);
    auto *top = new QHBoxLayout(tabLine);
    top->setContentsMargins(Theme::length(u"cardInset"_s), 0, Theme::length(u"cardInset"_s), 0);
    top->setSpacing(Theme::length(u"gap"_s));
    top->addWidget(m_tabs);
    top->addWidget(m_status, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(tabLine);
    layout->addWidget(m_pages, 1);
}

void ResponseView::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_body, &JsonView::rawWantedChanged, this, &ResponseView::showAgain);
    connect(m_body, &JsonView::tokenCopyRequested, this, &ResponseView::tokenCopyRequested);
    connect(m_body, &JsonView::message, this, &ResponseView::message);
    connect(m_headers, &HeadersTable::message, this, &ResponseView::message);
    if (m_history) {
        connect(m_history, &HistoryView::environmentChosen, this, &ResponseView::environmentChosen);
    }
    // The shortcut belongs to the window, where it works wherever the focus is; here it is only
    // shown.
    const QString findKeys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    auto *openFind = new QAction(tr("Find…") + u'\t' + findKeys, m_body);
    connect(openFind, &QAction::triggered, this, &ResponseView::find);
    m_body->addAction(openFind);
    for (int page = 0; page < m_tabs->count(); ++page) {
        auto *shortcut = new QShortcut(QKeySequence(u"Alt+%1"_s.arg(page + 1)), this);
        connect(shortcut, &QShortcut::activated, m_tabs,
                [this, page] { m_tabs->setCurrentIndex(page); });
    }
    const auto addShortcut = [this](const QKeySequence &keys, void (FindBar::*action)()) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_find, action);
    };
    addShortcut(Qt::Key_F3, &FindBar::next);
    addShortcut(Qt::SHIFT | Qt::Key_F3, &FindBar::previous);
    addShortcut(Qt::Key_Escape, &FindBar::leave);
}

void ResponseView::show(const HttpExchange *exchange, bool showToken)
{
    const HttpReply *reply = exchange ? &exchange->reply : nullptr;
    m_statusTexts = reply ? statusTexts(*reply) : QStringList{{}};
    showStatus();
    m_timing->show(reply);
    m_headers->show(reply ? reply->headers : HttpHeaders());
    m_body->setPlaceholderText(!reply ? tr("The response appears here.")
                                   : cameWithoutStatus(*reply)
                                   ? tr("What was received can't be shown.")
                                   : reply->status == 0 ? tr("No answer was received.")
                                                        : tr("The answer has no body."));
    // Qt only repaints it when it appears or disappears, not when it changes.
    m_body->viewport()->update();
    if (!reply) {
        m_body->show({}, m_body->isRawWanted(), false);
        m_request->clear();
        return;
    }
    setStyleProperty(m_status, "refused", reply->status != 200 || reply->fault);
    const bool isRaw = m_body->isRawWanted();
    m_body->show(isRaw ? rawBody(reply->body.view(), showToken)
                       : formattedBody(reply->body.view(), showToken),
                 isRaw, showToken);
    // Even with the same text, setPlainText() would discard the reader's position and selection.
    const QString request = requestText(*exchange);
    if (m_request->toPlainText() != request)
        m_request->setPlainText(request);
}

void ResponseView::find()
{
    m_tabs->setCurrentIndex(0);
    m_find->open();
}

void ResponseView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showStatus();
}

void ResponseView::showStatus()
{
    m_status->ensurePolished();
    const QFontMetrics metrics = m_status->fontMetrics();
    const int room = contentsRect().width() - 2 * Theme::length(u"cardInset"_s)
        - m_tabs->sizeHint().width() - Theme::length(u"gap"_s);
    QString fits = m_statusTexts.value(0);
    for (const QString &text : std::as_const(m_statusTexts)) {
        fits = text;
        if (metrics.horizontalAdvance(text) <= room)
            break;
    }
    m_status->show(fits, m_statusTexts.value(0));
    m_status->setToolTip(fits == m_statusTexts.value(0) ? QString()
                                                        : plainToolTip(m_statusTexts.value(0)));
}

} // namespace tokeni
