// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainormemory.h"
#include "gui/clipboard/secretclipboard.h"

#include <QTimer>

namespace tokeni {

/*! Ends the program after its window was closed: waits until what was saved last has reached the
 *  keychain and the clipboard has been cleared, but only for a limited time. */
class Ending : public QObject
{
    Q_OBJECT
public:
    /*! Both arguments must outlive this object. */
    Ending(const KeychainOrMemory &secrets, SecretClipboard &clipboard);
    /*! Clears the clipboard, and quits the application as soon as possible. */
    void begin();

private:
    void quitWhenDone();

    const KeychainOrMemory &m_secrets;
    SecretClipboard &m_clipboard;
    QTimer m_writing;
    QTimer m_looking;
};

} // namespace tokeni
