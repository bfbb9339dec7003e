// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ending.h"

#include <QApplication>

namespace tokeni {

namespace {

// How long to wait for the keychain to store what was saved last.
constexpr std::chrono::seconds lastWrites{5};
// How long to wait to see whether a clipboard manager restores what was cleared, and for it to
// notice the space that replaces it.
constexpr std::chrono::milliseconds lastLook{1500};

} // namespace

Ending::Ending(const KeychainOrMemory &secrets, SecretClipboard &clipboard)
    : m_secrets(secrets), m_clipboard(clipboard)
{
    for (QTimer *timer : {&m_writing, &m_looking}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Ending::quitWhenDone);
    }
}

void Ending::begin()
{
    m_clipboard.clear();
    m_writing.start(lastWrites);
    m_looking.start(lastLook);
    connect(&m_secrets, &KeychainOrMemory::idle, this, &Ending::quitWhenDone);
    connect(&m_clipboard, &SecretClipboard::cleared, this, &Ending::quitWhenDone);
    quitWhenDone();
}

void Ending::quitWhenDone()
{
    const bool isWriting = m_writing.isActive() && m_secrets.isStoring();
    const bool isLooking = m_looking.isActive() && m_clipboard.isUnsettled();
    if (!isWriting && !isLooking)
        QApplication::quit();
}

} // namespace tokeni
