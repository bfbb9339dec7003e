// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/token/tokens.h"
#include "gui/theme/theme.h"

#include <QFrame>

#include <array>

class QPushButton;

namespace tokeni {

/*! The steps of a first run, in the window itself: get a token from the simulator, copy its header,
 *  then enter one's own keys. Each step is a button that does it, and is ticked when done. It is
 *  finished when the user has keys of their own. */
class Welcome : public QFrame
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    Welcome(const Environments &environments, const KeyRing &keyRing, const Tokens &tokens,
            const Theme &theme, QWidget *parent = nullptr);
    /*! Ticks what is already done, without finishing the welcome because of it: the user asked to
     *  see it. */
    void takeStock();
    /*! A header was copied. */
    void setCopied();

Q_SIGNALS:
    /*! The user wants a token of that environment, the simulator. */
    void tokenRequested(const QString &id);
    /*! The user wants to copy the header of the selected environment. */
    void copyWanted();
    /*! The user wants to enter keys for that environment. */
    void keysWanted(const QString &id);
    /*! The user has keys of their own now, or does not want the welcome. Emitted once. */
    void finished();

private:
    enum Step
    {
        GetToken,
        CopyHeader,
        EnterKeys,
        StepCount
    };

    void follow();
    void choose(Step step);
    void setDone(Step step);
    void paintStep(Step step);
    static QString textOf(Step step);

    const Environments &m_environments;
    const KeyRing &m_keyRing;
    const Tokens &m_tokens;
    const Theme &m_theme;
    bool m_endsItself = true;
    std::array<QPushButton *, StepCount> m_steps{};
    std::array<bool, StepCount> m_done{};
};

} // namespace tokeni
