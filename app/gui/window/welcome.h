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

/*! The way of a first run, in the window itself: a token from the simulator, its header, then one's
 *  own keys. Each step is a button that does it, and is ticked when done. It is over when the
 *  user has keys of his own. */
class Welcome : public QFrame
{
    Q_OBJECT
public:
    /*! All arguments must outlive this widget. */
    Welcome(const Environments &environments, const KeyRing &keyRing, const Tokens &tokens,
            const Theme &theme, QWidget *parent = nullptr);
    /*! Ticks what is done already, which then does not end the welcome: the user asked for it. */
    void takeStock();
    /*! A header was copied. */
    void setCopied();

Q_SIGNALS:
    /*! A token of that environment, the simulator, is to be got. */
    void tokenRequested(const QString &id);
    /*! The header of the selected environment is to be copied. */
    void copyWanted();
    /*! The user wants to enter keys for that environment. */
    void keysWanted(const QString &id);
    /*! There are keys of the user's own now, or he wants no welcome. Once. */
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
