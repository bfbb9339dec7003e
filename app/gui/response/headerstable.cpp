// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/headerstable.h"

#include "gui/clipboard/clipboardwrite.h"
#include "gui/controls/plaintooltip.h"
#include "gui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QStandardItem *cell(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    auto *item = new QStandardItem(text);
    // The server's text must not be interpreted as HTML.
    item->setToolTip(plainToolTip(text));
    return item;
}

} // namespace

HeadersTable::HeadersTable(QWidget *parent)
    : PlainTable(tr("Response headers"), parent), m_model(new QStandardItemModel(0, 2, this))
{
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    const QString lowerCase
        = tr("Shown in lower case, however the server wrote them: HTTP makes no difference between "
             "the two.");
    m_model->horizontalHeaderItem(0)->setToolTip(plainToolTip(lowerCase));
    m_model->horizontalHeaderItem(0)->setData(lowerCase, Qt::AccessibleDescriptionRole);
    setFont(Theme::font(u"code"_s));
    setPlaceholderText(tr("The response headers appear here."));
    setModel(m_model);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(this, &PlainTable::copyRequested, this, &HeadersTable::copyValue);
}

void HeadersTable::show(const HttpHeaders &headers)
{
    const auto isShown = [&](qsizetype row) {
        return m_model->item(int(row), 0)->text() == QString::fromUtf8(headers[row].name)
            && m_model->item(int(row), 1)->text() == QString::fromUtf8(headers[row].value);
    };
    bool same = m_model->rowCount() == headers.size();
    for (qsizetype row = 0; same && row < headers.size(); ++row)
        same = isShown(row);
    if (same)
        return; // Nothing has changed, so the reader's position is kept.
    m_model->removeRows(0, m_model->rowCount());
    for (const HttpHeader &header : headers)
        m_model->appendRow({cell(header.name), cell(header.value)});
}

void HeadersTable::copyValue()
{
    const int row = currentIndex().row();
    if (row < 0)
        return;
    copyText(m_model->item(row, 1)->text(),
             tr("Copied the value of %1").arg(m_model->item(row, 0)->text().left(40)), this,
             [this](const QString &text) { Q_EMIT message(text); });
}

void HeadersTable::copyAll()
{
    QString lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        lines += m_model->item(row, 0)->text() + u": "_s + m_model->item(row, 1)->text() + u'\n';
    copyText(lines, tr("Copied all headers of the answer"), this,
             [this](const QString &text) { Q_EMIT message(text); });
}

void HeadersTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), QKeySequence::Copy, this, &HeadersTable::copyValue)
        ->setEnabled(currentIndex().isValid());
    menu->addAction(tr("Copy all headers"), this, &HeadersTable::copyAll)
        ->setEnabled(m_model->rowCount() > 0);
    menu->popup(event->globalPos());
}

} // namespace tokeni
