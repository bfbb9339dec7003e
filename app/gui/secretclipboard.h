// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alarm.h"
#include "core/secret.h"

#include <QObject>
#include <QPointer>

class QClipboard;
class QMimeData;

namespace tokeni {

/*! The clipboard as far as it holds a secret of ours: marked as one for clipboard managers, and
 * taken back when its time is over, on request or at the end of the program, each time only if it
 * still holds our text. The text itself is not kept here, only its SHA-256.
 *
 * On Wayland a program that is not in front neither fills the clipboard nor sees it. Taking our
 * text back ends it everywhere but on desktops that keep a copy, as GNOME does (seen with Mutter
 * 43: it also passes over a clearing that no key or click came before). There it is cleared again
 * as soon as it is seen, at the latest when we come back to the front. */
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
    /*! Whether the desktop takes a copy from us now. */
    [[nodiscard]] bool isWithinReach() const;

Q_SIGNALS:
    /*! Our text was taken back. */
    void cleared();
    /*! Our text was taken back, but the desktop may have kept a copy that can't be seen from here.
     *  When it turns up, it is cleared too, and cleared() comes. */
    void mayLinger();
    /*! Somebody has put something else there. */
    void replaced();

private:
    void clearWhatLingers();
    void forget();

    QClipboard &m_clipboard;
    QPointer<QMimeData> m_data; // Qt's, which deletes it or, on Wayland, loses it.
    QByteArray m_digest; // Empty while nothing of ours is there.
    QByteArray m_lingering; // What was taken back, while the desktop may have kept a copy.
    bool m_toldToLinger = false;
    const std::unique_ptr<Alarm> m_end;
};

} // namespace tokeni
