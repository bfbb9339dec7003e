// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/token/renewalrow.h"

#include "core/failure/diagnosis.h"
#include "core/time/clocktime.h"
#include "gui/controls/elidedbutton.h"
#include "gui/controls/elidedlabel.h"
#include "gui/theme/styleproperty.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSignalBlocker>

namespace tokeni {

using namespace Qt::StringLiterals;

RenewalRow::RenewalRow(QWidget *parent)
    : QWidget(parent),
      m_automatic(new ElidedButton<QCheckBox>(tr("Renew automatically before it expires"))),
      m_hint(new ElidedLabel)
{
    m_automatic->setObjectName(u"automatic"_s);
    m_automatic->setAccessibleName(tr("Renew automatically"));
    m_automatic->setToolTip(
        tr("While Tokeni runs, the next token is fetched a minute before this one expires.") + u' '
        + endsTheTokenBefore());
    m_hint->setObjectName(u"hint"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_automatic);
    layout->addWidget(m_hint);
    // Not clicked(): assistive technology toggles the box without a click.
    connect(m_automatic, &QCheckBox::toggled, this, &RenewalRow::automaticChosen);
}

void RenewalRow::setAutomatic(bool automatic)
{
    // The user has not chosen this.
    const QSignalBlocker quiet(m_automatic);
    m_automatic->setChecked(automatic);
}

void RenewalRow::show(const RenewalState &state, const Environment &environment,
                      const QDateTime &now, const QString &otherwise)
{
    using Kind = RenewalState::Kind;
    const QString why = state.error ? diagnose(*state.error, environment).title : QString();
    const QString next = state.nextAt.isValid() ? clockTime(state.nextAt, now) : QString();
    QString hint = otherwise;
    if (state.kind == Kind::Retrying)
        hint = tr("Renewing failed: %1. Next try at %2.").arg(why, next);
    else if (state.kind == Kind::Stopped)
        hint = tr("Renewing stopped: %1.").arg(why);
    else if (state.kind == Kind::Trying)
        hint = tr("Getting the next token …");
    else if (state.kind == Kind::Waiting && otherwise.isEmpty())
        hint = tr("The next token is fetched at %1.").arg(next);
    m_hint->setText(hint);
    setStyleProperty(m_hint, "warning",
                     state.kind == Kind::Retrying || state.kind == Kind::Stopped);
}

} // namespace tokeni
