// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/emptyview.h"

#include "gui/controls/plainlabel.h"
#include "gui/theme/styleproperty.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

EmptyView::EmptyView(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *picture = new QLabel;
    auto *title = plainLabel(u"diagnosisTitle"_s, tr("No environment yet"));
    auto *text = plainLabel(u"caption"_s,
                            tr("An environment is a place to get tokens from: the simulator, the "
                               "sandbox, production or a server of your own."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto *fresh = new QPushButton(tr("New environment…"));
    setStyleProperty(fresh, "primary", true);
    auto *first = new QPushButton(tr("Simulator, Sandbox and Production"));
    first->setToolTip(tr("Restores the three environments that Tokeni starts with"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::length(u"gap"_s));
    buttons->addStretch();
    buttons->addWidget(fresh);
    buttons->addWidget(first);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    const int side = Theme::length(u"emptyInset"_s);
    layout->setContentsMargins(side, 0, side, 0);
    layout->setSpacing(Theme::length(u"zoneGap"_s));
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(fresh, &QPushButton::clicked, this, &EmptyView::newRequested);
    connect(first, &QPushButton::clicked, this, &EmptyView::defaultEnvironmentsRequested);
    const auto follow = [picture, &theme] {
        const int length = Theme::length(u"pictureSide"_s);
        picture->setPixmap(theme.icon(u"empty"_s, u"mute"_s).pixmap(length));
    };
    connect(&theme, &Theme::changed, picture, follow);
    follow();
}

} // namespace tokeni
