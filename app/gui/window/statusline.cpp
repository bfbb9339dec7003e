// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/statusline.h"

#include "gui/clipboard/clipboardnotice.h"
#include "gui/controls/accessible.h"
#include "gui/controls/plaintooltip.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Enough time to read what was changed and to reach the button.
constexpr std::chrono::seconds undoTime{15};

} // namespace

StatusLine::StatusLine(ClipboardNotice &notice, QWidget *parent)
    : QWidget(parent), m_message(new AccessibleLabel(tr("Message"))),
      m_undo(new QPushButton(tr("Undo the change"))),
      m_production(new AccessibleLabel(tr("Clipboard"))),
      m_clearNow(new QPushButton(tr("Clear now")))
{
    setObjectName(u"statusLine"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(Theme::length(u"statusHeight"_s));
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_production->setObjectName(u"clipboardBadge"_s);
    m_production->setFont(Theme::font(u"badge"_s));
    m_production->show(ClipboardNotice::productionWarning());
    m_production->setFixedHeight(18);
    m_clearNow->setObjectName(u"link"_s);
    m_clearNow->setAccessibleName(tr("Clear the clipboard now"));
    m_undo->setObjectName(u"link"_s);
    m_undo->setToolTip(tr("Takes back the last change"));
    m_undo->hide();
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(undoTime);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::length(u"statusInset"_s), 0, Theme::length(u"statusInset"_s),
                             0);
    line->setSpacing(Theme::length(u"gap"_s));
    line->addWidget(m_message, 1);
    line->addWidget(m_undo);
    line->addWidget(m_production);
    line->addWidget(m_clearNow);
    const auto follow = [this, &notice] {
        m_clearNow->setVisible(notice.state() != ClipboardNotice::State::Empty);
        m_production->setVisible(notice.state() == ClipboardNotice::State::OursOfProduction);
    };
    connect(&notice, &ClipboardNotice::changed, this, follow);
    follow();
    connect(&m_undoTime, &QTimer::timeout, this, &StatusLine::endUndo);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto undo = std::exchange(m_undoChange, {});
        endUndo();
        undo();
    });
    connect(m_clearNow, &QPushButton::clicked, &notice, &ClipboardNotice::clear);
}

void StatusLine::show(const QString &text)
{
    m_message->show(text);
    m_message->setToolTip(plainToolTip(text));
}

void StatusLine::offerUndo(std::function<void()> undo)
{
    m_undoChange = std::move(undo);
    m_undo->show();
    m_undoTime.start();
}

void StatusLine::endUndo()
{
    m_undoTime.stop();
    m_undo->hide();
    m_undoChange = {};
}

} // namespace tokeni
