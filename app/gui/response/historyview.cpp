// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/historyview.h"

#include "gui/controls/plaintable.h"
#include "gui/response/historymodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

HistoryView::HistoryView(RequestHistory &history, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_history(history), m_model(new HistoryModel(history, theme, this)),
      m_table(new PlainTable(tr("History"))), m_clear(new QPushButton(tr("Clear history")))
{
    m_table->setPlaceholderText(tr("The last %1 requests appear here, without keys or tokens.")
                                    .arg(RequestHistory::longest));
    m_table->setModel(m_model);
    m_table->setFont(Theme::font(u"note"_s));
    const int dot = Theme::length(u"dot"_s);
    m_table->setIconSize({dot, dot});
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(Theme::length(u"sideWidth"_s));
    header->setStretchLastSection(true);

    m_clear->setObjectName(u"link"_s);
    auto *bottom = new QFrame;
    bottom->setObjectName(u"tableEnd"_s);
    auto *line = new QHBoxLayout(bottom);
    const int inset = Theme::length(u"cardInset"_s);
    line->setContentsMargins(inset, Theme::length(u"smallGap"_s), inset,
                             Theme::length(u"smallGap"_s));
    line->addStretch();
    line->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(bottom);

    const auto follow = [this] { m_clear->setEnabled(!m_history.records().isEmpty()); };
    connect(&m_history, &RequestHistory::changed, this, follow);
    follow();
    connect(m_clear, &QPushButton::clicked, this, &HistoryView::askAndClear);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const RequestRecord record = m_model->record(index.row());
        Q_EMIT environmentChosen(record.environmentId, record.environmentName);
    });
}

void HistoryView::askAndClear()
{
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Clear history"));
    question->setText(
        tr("Clear the history (%n request(s))?", nullptr, int(m_history.records().size())));
    question->setInformativeText(tr("This can't be undone. Keys and tokens stay."));
    QPushButton *yes = question->addButton(tr("Clear"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this] { m_history.clear(); });
    question->open();
}

} // namespace tokeni
