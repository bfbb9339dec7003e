// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/tokenurlnote.h"

#include "core/environment/environment.h"
#include "core/environment/tokenurlremark.h"
#include "gui/controls/plainlabel.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

TokenUrlNote::TokenUrlNote(QWidget *parent)
    : QWidget(parent), m_text(plainLabel(u"problem"_s)), m_use(new QPushButton)
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_use);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_better); });
    hide();
}

void TokenUrlNote::setUrl(const QUrl &url)
{
    const auto remark = remarkOn(url);
    m_text->setText(remark ? remark->text : QString());
    m_better = remark ? remark->better : QUrl();
    const bool sameHost = shownHost(m_better) == shownHost(url);
    m_use->setText(tr("Use %1").arg(sameHost ? m_better.path() : m_better.host()));
    m_use->setVisible(!m_better.isEmpty());
    setVisible(remark.has_value());
}

QString TokenUrlNote::text() const
{
    return m_text->text();
}

} // namespace tokeni
