// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QClipboard>
#include <QMimeData>

#include <functional>

class QObject;

namespace tokeni {

/*! Puts what \a make returns into \a mode of \a clipboard, and tells \a done whether it is there:
 *  usually before this returns, else within a second.
 *
 * Qt dates what it puts there with the last event it has seen, and an X server refuses what is
 * dated before what is there (X11 protocol, SetSelectionOwner). So what another program has copied
 * in the last moment stays, though Qt believes that ours is there (seen with Qt 6.4). Then \a make
 * is called again, and its result put there, as soon as Qt has heard of the other program's copy.
 *
 * \a done is dropped when \a context goes and when this function puts something else into the same
 * mode. */
void putOnClipboard(QClipboard &clipboard, QClipboard::Mode mode,
                    const std::function<QMimeData *()> &make, QObject *context,
                    const std::function<void(bool isThere)> &done);

/*! Copies \a text, which is no secret, and hands a line for the status bar to \a tell: \a message
 *  once the text is there, else what to do. \a context as above. */
void copyText(const QString &text, const QString &message, QObject *context,
              const std::function<void(const QString &message)> &tell);

} // namespace tokeni
