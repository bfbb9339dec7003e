// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/environmentheading.h"

#include "core/environment/knownhosts.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/kindbadge.h"
#include "gui/controls/menubutton.h"
#include "gui/controls/plainlabel.h"
#include "gui/controls/plaintooltip.h"

#include <QBoxLayout>
#include <QMenu>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Hosts of two countries differ in two letters only.
QString countryOf(std::optional<Service> service)
{
    if (service == Service::Daraja)
        return EnvironmentHeading::tr("Daraja, of Safaricom in Kenya");
    if (service == Service::SafaricomEthiopia)
        return EnvironmentHeading::tr("Safaricom in Ethiopia");
    return {};
}

} // namespace

EnvironmentHeading::EnvironmentHeading(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_title(plainLabel(u"title"_s)), m_badge(new KindBadge),
      m_realMoney(new ElidedLabel), m_menuButton(new MenuButton)
{
    m_realMoney->setObjectName(u"realMoney"_s);
    m_menuButton->setAccessibleName(tr("Environment menu"));
    m_menuButton->setToolTip(tr("Edit, duplicate, move or delete this environment"));
    m_menuButton->setFixedSize(Theme::length(u"iconButton"_s), Theme::length(u"smallIconButton"_s));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::length(u"titleGap"_s));
    row->addWidget(m_title);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addWidget(m_realMoney, 1);
    row->addStretch();
    row->addWidget(m_menuButton);

    const auto follow = [this, &theme] { m_menuButton->setIcon(theme.icon(u"more"_s, u"mute"_s)); };
    connect(&theme, &Theme::changed, this, follow);
    follow();
}

void EnvironmentHeading::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void EnvironmentHeading::setEnvironment(const Environment &environment)
{
    m_name = environment.name;
    m_badge->setKind(environment.kind());
    const auto service = serviceOf(environment.tokenUrl);
    const QString country = countryOf(service);
    m_badge->setToolTip(country.isEmpty() ? QString() : plainToolTip(country));
    m_badge->setAccessibleDescription(country);
    m_realMoney->setText(service == Service::SafaricomEthiopia
                             ? tr("real money in Ethiopia: every call with this token counts")
                             : tr("real money: every call with this token counts"));
    m_realMoney->setVisible(isProduction(environment));
    cutName();
}

void EnvironmentHeading::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    cutName();
}

void EnvironmentHeading::cutName()
{
    m_title->ensurePolished();
    const QFontMetrics metrics(m_title->font());
    const int others
        = m_badge->sizeHint().width() + m_menuButton->width() + 3 * layout()->spacing();
    m_title->setText(metrics.elidedText(m_name, Qt::ElideRight, std::max(60, width() - others)));
    // The other texts in the row shrink first.
    m_title->setFixedWidth(metrics.horizontalAdvance(m_title->text()) + 1);
    m_title->setToolTip(m_title->text() == m_name ? QString() : plainToolTip(m_name));
}

} // namespace tokeni
