// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QAbstractNativeEventFilter>
#include <QClipboard>
#include <QObject>

#include <functional>
#include <optional>

namespace tokeni {

/*! Reads what another program has put on the clipboard. On X11 this uses asynchronous messages, so
 *  a program that hangs does not block Tokeni; elsewhere Qt reads the clipboard synchronously. */
class ForeignClipboard : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT
public:
    using Done = std::function<void(std::optional<Secret>)>;

    /*! \a clipboard must outlive this object. \a mode: the clipboard, or the selection of X11. */
    ForeignClipboard(QClipboard &clipboard, QClipboard::Mode mode);
    ~ForeignClipboard() override;

    /*! Whether this program owns \a mode of \a clipboard. On X11 the server is asked: Qt assumes
     *  that it owns whatever it has put there. */
    [[nodiscard]] static bool isOurs(const QClipboard &clipboard, QClipboard::Mode mode);
    /*! Hands the text there to \a done: std::nullopt if the clipboard is ours, is empty, has no
     *  text, or has more than \a longest bytes of text. \a done may be called before this function
     *  returns, and is never called if the other program does not answer. A previous read that is
     *  still waiting is dropped. */
    void read(qsizetype longest, Done done);
    void stop();
    [[nodiscard]] bool isReading() const { return bool(m_done); }
    /*! The program that held the clipboard at the last read; empty if unknown. */
    [[nodiscard]] const QString &program() const { return m_program; }

private:
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;
    [[nodiscard]] bool askOwner();
    void finish(std::optional<Secret> text);

    QClipboard &m_clipboard;
    const QClipboard::Mode m_mode;
    qsizetype m_longest = 0;
    Done m_done; // Empty while no read is under way.
    quint32 m_window = 0; // X11's id of the window that the text is sent to; 0 if there is none.
    QString m_program;
};

} // namespace tokeni
