// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/plaintooltip.h"

#include <QCheckBox>
#include <QHelpEvent>
#include <QStyle>
#include <QStyleOptionButton>
#include <QToolTip>

#include <type_traits>

namespace tokeni {

/*! A QCheckBox or QPushButton that can shrink: text that does not fit ends in an ellipsis, and is
 *  shown in full in the tool tip, above the button's own tool tip. */
template <typename Button> class ElidedButton : public Button
{
public:
    explicit ElidedButton(const QString &text = {}, QWidget *parent = nullptr)
        : Button(text, parent)
    {
        this->setMinimumWidth(1);
    }

    /*! The text as drawn at the present width. */
    [[nodiscard]] QString shownText() const
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        return option.text;
    }

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        Button::initStyleOption(option);
        option->text = this->fontMetrics().elidedText(this->text(), Qt::ElideRight,
                                                      widthForText(*option), Qt::TextShowMnemonic);
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip || shownText() == this->text())
            return Button::event(event);
        QStringList lines(this->text());
        if (!this->toolTip().isEmpty())
            lines.append(this->toolTip());
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           plainToolTip(lines.join(u'\n')), this);
        return true;
    }

private:
    [[nodiscard]] int widthForText(const QStyleOptionButton &option) const
    {
        constexpr auto contents = std::is_base_of_v<QCheckBox, Button>
            ? QStyle::SE_CheckBoxContents
            : QStyle::SE_PushButtonContents;
        const int width = this->style()->subElementRect(contents, &option, this).width();
        // The same spacing as in QCommonStyle.
        return option.icon.isNull() ? width : width - option.iconSize.width() - 4;
    }
};

} // namespace tokeni
