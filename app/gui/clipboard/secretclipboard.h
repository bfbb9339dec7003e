// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/time/alarm.h"
#include "gui/clipboard/foreignclipboard.h"

#include <QClipboard>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace tokeni {

/*! The clipboard while it contains a secret of ours. The secret is marked as such for clipboard
 *  managers, and removed when its time is over, on request or at the end of the program, each time
 *  only if the clipboard still contains our text. The text itself is not kept here, only its
 *  SHA-256.
 *
 *  Some clipboard managers restore the last text they saw to a clipboard that has no owner,
 *  regardless of its mark (seen with Parcellite, Diodon, GPaste, xfce4-clipman and Qlipper). So
 *  after clearing we check once, about a second later, and for some seconds whenever another
 *  program puts something there. If it is our text, we replace it by a marked space, which stays:
 *  clearing again would only start the same over, and some managers replace an empty text when the
 *  program that owns it ends.
 *
 *  On Wayland a program that is not in front can neither fill the clipboard nor see it. Removing
 *  our text removes it everywhere except on desktops that keep a copy, as GNOME does (seen with
 *  Mutter 43, which also ignores a clearing that does not follow a key press or click). There it is
 *  cleared again as soon as we can see it, at the latest when we are in front again. */
class SecretClipboard : public QObject
{
    Q_OBJECT
public:
    /*! \a clipboard and \a clock must outlive this object. */
    SecretClipboard(QClipboard &clipboard, const Clock &clock, QObject *parent = nullptr);
    ~SecretClipboard() override;

    /*! Puts \a text on the clipboard for \a milliseconds, and calls \a done with whether it is
     *  there: usually before this function returns, otherwise within a second. \a done is dropped
     *  if \a context is destroyed, and by the next copy() or clear(). */
    void copy(const Secret &text, qint64 milliseconds, QObject *context,
              const std::function<void(bool isThere)> &done);
    /*! Removes our text, if it is still there. Emits clearing() and, once it is known how other
     *  programs reacted, one of the signals below that one. If our text has already been replaced
     *  by a space, emits givenBack() again. */
    void clear();
    [[nodiscard]] bool holdsOurs() const;
    /*! True while the result of clear() is not known, and while our text is replaced by a space:
     *  another program may still restore it. */
    [[nodiscard]] bool isUnsettled() const;
    /*! Whether the desktop accepts a copy from us at present. */
    [[nodiscard]] bool isWithinReach() const;

Q_SIGNALS:
    /*! Our text was removed, and we are checking that it stays removed. */
    void clearing();
    /*! Our text is no longer there. */
    void cleared();
    /*! \a program restored our text, and we replaced it by a space. Here and below, \a program is
     *  empty if the system does not report its name. */
    void givenBack(const QString &program);
    /*! \a program restored our text once more, and it is still there. */
    void keptThere(const QString &program);
    /*! \a program owns the clipboard now, but does not say what it contains. If it answers later,
     *  another of these signals follows. */
    void unanswered(const QString &program);
    /*! Our text was removed, but the desktop may have kept a copy that can't be seen from here.
     *  When it appears, it is removed too, and cleared() is emitted. */
    void mayLinger();
    /*! Something else has been put on the clipboard. */
    void replaced();

private:
    // The clipboard, or the selection, which managers may keep in sync with it.
    struct SecretLocation
    {
        QClipboard::Mode mode;
        std::unique_ptr<ForeignClipboard> elsewhere;
        bool wasFilled = false; // Filled with a space since the last clear().
        bool isBeingFilled = false;
        QPointer<const QMimeData> space = {}; // Owned by Qt.
    };

    void clearWhatLingers();
    [[nodiscard]] bool takeBack();
    void lookLater();
    void look();
    void judge(SecretLocation &place, const std::optional<Secret> &text);
    void fill(SecretLocation &place);
    void reportUnanswered();
    void stopLooking();
    void follow(QClipboard::Mode mode);
    [[nodiscard]] bool holdsSpace() const;
    void forget();

    QClipboard &m_clipboard;
    QPointer<QMimeData> m_data; // Owned by Qt, which deletes it or, on Wayland, leaks it.
    QByteArray m_digest; // Empty while no text of ours is there.
    std::unique_ptr<QObject> m_writing; // Context of the write under way.
    qsizetype m_size = 0; // Size in bytes of the text that was copied last.
    QByteArray m_lingering; // Digest of the removed text, while the desktop may have kept a copy.
    bool m_toldToLinger = false;
    const std::unique_ptr<Alarm> m_end;

    std::vector<SecretLocation> m_places;
    QByteArray m_gone; // Digest of the removed text, while we check that it stays removed.
    QString m_program; // The program that last restored it.
    bool m_isOutcomeTold = true;
    qsizetype m_unread = 0; // How many places are being read.
    QTimer m_look;
    QTimer m_patience;
    QTimer m_watch;
};

} // namespace tokeni
