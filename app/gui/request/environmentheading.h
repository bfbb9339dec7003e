// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QMenu;

namespace tokeni {

class ElidedLabel;
class KindBadge;
class MenuButton;

/*! The name and kind of an environment, with the button for its menu. A long name is elided, the
 *  kind never. */
class EnvironmentHeading : public QWidget
{
    Q_OBJECT
public:
    /*! \a theme must outlive this widget. */
    explicit EnvironmentHeading(const Theme &theme, QWidget *parent = nullptr);
    /*! The menu of the button; not owned. */
    void setMenu(QMenu *menu);
    void setEnvironment(const Environment &environment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void cutName();

    QString m_name;
    QLabel *m_title;
    KindBadge *m_badge;
    ElidedLabel *m_realMoney;
    MenuButton *m_menuButton;
};

} // namespace tokeni
