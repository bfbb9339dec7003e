// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secret.h"

#include <QObject>
#include <QTimer>

class QClipboard;

namespace tokeni {

/*! The clipboard as far as it holds a secret of ours: marked as one for clipboard managers, and
 * taken back when its time is over, on request or at the end of the program, each time only if it
 * still holds our text. The text itself is not kept here, only its SHA-256. */
class SecretClipboard : public QObject
{
    Q_OBJECT
public:
    /*! \a clipboard and \a clock must outlive this object. */
    SecretClipboard(QClipboard &clipboard, const Clock &clock, QObject *parent = nullptr);
    ~SecretClipboard() override;

    /*! Puts \a text there for \a milliseconds. */
    void copy(const Secret &text, qint64 milliseconds);
    /*! Takes our text back, if it is still there. */
    void clear();
    [[nodiscard]] bool holdsOurs() const;

Q_SIGNALS:
    /*! Our text was taken back. */
    void cleared();
    /*! Somebody has put something else there. */
    void replaced();

private:
    void scheduleEnd();
    void forget();

    QClipboard &m_clipboard;
    const Clock &m_clock;
    QByteArray m_digest; // Empty while nothing of ours is there.
    Moment m_copiedAt;
    qint64 m_lifetimeMs = 0;
    QTimer m_end;
};

} // namespace tokeni
