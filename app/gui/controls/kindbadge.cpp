// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/kindbadge.h"

#include "gui/theme/styleproperty.h"
#include "gui/theme/theme.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString badgeText(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Simulator:
        return KindBadge::tr("SIMULATOR");
    case EnvironmentKind::Sandbox:
        return KindBadge::tr("SANDBOX");
    case EnvironmentKind::Production:
        return KindBadge::tr("PRODUCTION");
    case EnvironmentKind::Custom:
        return KindBadge::tr("CUSTOM");
    }
    Q_UNREACHABLE();
}

} // namespace

KindBadge::KindBadge(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"badge"_s);
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(u"badge"_s));
    setFixedHeight(20);
}

void KindBadge::setKind(EnvironmentKind kind)
{
    setText(badgeText(kind));
    setStyleProperty(this, "kind", kindName(kind));
}

} // namespace tokeni
