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

/*! The clipboard as far as it holds a secret of ours: marked as one for clipboard managers, and
 * taken back when its time is over, on request or at the end of the program, each time only if it
 * still holds our text. The text itself is not kept here, only its SHA-256.
 *
 * Some clipboard managers fill a clipboard that has no owner with the last text they saw, whatever
 * its mark (seen with Parcellite, Diodon, GPaste, xfce4-clipman and Qlipper). So after clearing we
 * look once, about a second later, and for some seconds at whatever another program puts there. If
 * it is our text, a marked space takes its place and stays: clearing again only starts the same
 * over, and some managers replace an empty text when the program that owns it ends.
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

    /*! Puts \a text there for \a milliseconds, and tells \a done whether it is there: usually
     *  before this returns, else within a second. \a done is dropped when \a context goes and by
     *  the next copy() or clear(). */
    void copy(const Secret &text, qint64 milliseconds, QObject *context,
              const std::function<void(bool isThere)> &done);
    /*! Takes our text back, if it is still there: clearing(), and when it is known what other
     *  programs made of that, one of the signals below it. If a space is in its place already,
     *  givenBack() tells of it again. */
    void clear();
    [[nodiscard]] bool holdsOurs() const;
    /*! True while the outcome of clear() is not known, and while a space is in the place of our
     *  text: another program may still put it back. */
    [[nodiscard]] bool isUnsettled() const;
    /*! Whether the desktop takes a copy from us now. */
    [[nodiscard]] bool isWithinReach() const;

Q_SIGNALS:
    /*! Our text was taken back, and it is being looked whether it stays away. */
    void clearing();
    /*! Our text is no longer there. */
    void cleared();
    /*! \a program had put our text back. Now a space is in its place. \a program is empty here and
     *  below where the system does not tell its name. */
    void givenBack(const QString &program);
    /*! \a program has put our text back once more, and it is still there. */
    void keptThere(const QString &program);
    /*! \a program has the clipboard now and does not say what is on it. If it answers later,
     * another of these signals follows. */
    void unanswered(const QString &program);
    /*! Our text was taken back, but the desktop may have kept a copy that can't be seen from here.
     *  When it turns up, it is cleared too, and cleared() comes. */
    void mayLinger();
    /*! Somebody has put something else there. */
    void replaced();

private:
    struct SecretLocation // The clipboard, or the selection that managers can keep the same.
    {
        QClipboard::Mode mode;
        std::unique_ptr<ForeignClipboard> elsewhere;
        bool wasFilled = false; // With a space, since the last clear().
        bool isBeingFilled = false;
        QPointer<const QMimeData> space = {}; // Qt's.
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
    QPointer<QMimeData> m_data; // Qt's, which deletes it or, on Wayland, loses it.
    QByteArray m_digest; // Empty while nothing of ours is there.
    std::unique_ptr<QObject> m_writing; // Context of what is being put there.
    qsizetype m_size = 0; // Of the text that was copied last, in bytes.
    QByteArray m_lingering; // What was taken back, while the desktop may have kept a copy.
    bool m_toldToLinger = false;
    const std::unique_ptr<Alarm> m_end;

    std::vector<SecretLocation> m_places;
    QByteArray m_gone; // What was taken back, while it is being watched for.
    QString m_program; // The one that put it back last.
    bool m_isOutcomeTold = true;
    qsizetype m_unread = 0; // Places that are being looked at.
    QTimer m_look;
    QTimer m_patience;
    QTimer m_watch;
};

} // namespace tokeni
