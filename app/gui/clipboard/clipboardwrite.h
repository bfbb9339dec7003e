// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QClipboard>
#include <QMimeData>

#include <functional>

class QObject;

namespace tokeni {

/*! Puts the result of \a make into \a mode of \a clipboard, and calls \a done with whether it is
 *  there: usually before this function returns, otherwise within a second.
 *
 *  Qt sets the timestamp to that of the last event it has received, and an X server refuses to
 *  replace newer content by older (X11 protocol, SetSelectionOwner). So if another program has just
 *  copied something, that stays on the clipboard, although Qt believes that it holds ours (seen
 *  with Qt 6.4). In that case \a make is called again, and its result is put there, as soon as Qt
 *  has been notified of the other program's copy.
 *
 *  \a done is dropped if \a context is destroyed, or if this function puts something else into the
 *  same mode. */
void putOnClipboard(QClipboard &clipboard, QClipboard::Mode mode,
                    const std::function<QMimeData *()> &make, QObject *context,
                    const std::function<void(bool isThere)> &done);

/*! Copies \a text, which must not be a secret, and calls \a tell with a message for the status bar:
 *  \a message once the text is there, otherwise what to do. \a context as above. */
void copyText(const QString &text, const QString &message, QObject *context,
              const std::function<void(const QString &message)> &tell);

} // namespace tokeni
