// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainormemory.h"
#include "gui/clipboard/secretclipboard.h"

#include <QTimer>

namespace tokeni {

/*! The end of the program after its window was closed: it waits for what was saved last to reach
 *  the keychain, and for the clipboard to be cleared, but not for long. */
class Ending : public QObject
{
    Q_OBJECT
public:
    /*! Both arguments must outlive this object. */
    Ending(const KeychainOrMemory &secrets, SecretClipboard &clipboard);
    /*! Clears the clipboard, and quits the application as soon as it may. */
    void begin();

private:
    void quitWhenDone();

    const KeychainOrMemory &m_secrets;
    SecretClipboard &m_clipboard;
    QTimer m_writing;
    QTimer m_looking;
};

} // namespace tokeni
