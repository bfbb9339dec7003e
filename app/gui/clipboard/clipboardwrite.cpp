// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/clipboardwrite.h"

#include "gui/clipboard/foreignclipboard.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPointer>
#include <QTimer>

#include <array>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClipboardWrite)
};

// More are only needed if other programs copy something between our attempts.
constexpr int maxAttempts = 3;
// How long Qt may take to be notified of another program's copy.
constexpr std::chrono::milliseconds patience{1'000};

// One attempt to put something into one mode of the clipboard.
class Write : public QObject
{
public:
    Write(QClipboard &clipboard, QClipboard::Mode mode, const std::function<QMimeData *()> &make,
          QObject *context, const std::function<void(bool)> &done)
        : QObject(context), m_clipboard(clipboard), m_mode(mode), m_make(make), m_done(done)
    {
        m_patience.setSingleShot(true);
        m_patience.setInterval(patience);
        connect(&m_patience, &QTimer::timeout, this, &Write::tryAgain);
    }

    void start()
    {
        put();
        if (ForeignClipboard::isOurs(m_clipboard, m_mode)) {
            finish(true);
            return;
        }
        connect(&m_clipboard,
                m_mode == QClipboard::Selection ? &QClipboard::selectionChanged
                                                : &QClipboard::dataChanged,
                this, &Write::follow);
        m_patience.start();
    }

private:
    void put()
    {
        ++m_attempts;
        m_isPutting = true;
        m_data = m_make();
        m_clipboard.setMimeData(m_data, m_mode);
        m_isPutting = false;
    }

    void follow()
    {
        if (m_isPutting)
            return;
        const bool isQts = m_mode == QClipboard::Selection ? m_clipboard.ownsSelection()
                                                           : m_clipboard.ownsClipboard();
        if (m_data || !isQts)
            tryAgain();
        else
            finish(false); // This program has copied something else.
    }

    void tryAgain()
    {
        put();
        const bool isThere = ForeignClipboard::isOurs(m_clipboard, m_mode);
        if (isThere || m_attempts == maxAttempts)
            finish(isThere);
        else
            m_patience.start();
    }

    void finish(bool isThere)
    {
        // Copied, since calling it may start the next write, which deletes this object.
        const std::function<void(bool)> done = m_done;
        m_patience.stop();
        m_clipboard.disconnect(this);
        deleteLater();
        done(isThere);
    }

    QClipboard &m_clipboard;
    const QClipboard::Mode m_mode;
    const std::function<QMimeData *()> m_make;
    const std::function<void(bool)> m_done;
    QPointer<QMimeData> m_data; // Owned by Qt.
    int m_attempts = 0;
    // To ignore Qt's signal about our own change, which is emitted before setMimeData() returns.
    bool m_isPutting = false;
    QTimer m_patience;
};

} // namespace

void putOnClipboard(QClipboard &clipboard, QClipboard::Mode mode,
                    const std::function<QMimeData *()> &make, QObject *context,
                    const std::function<void(bool)> &done)
{
    static std::array<QPointer<Write>, QClipboard::LastMode + 1> underWay;
    QPointer<Write> &current = underWay.at(mode);
    delete current;
    current = new Write(clipboard, mode, make, context, done);
    current->start();
}

void copyText(const QString &text, const QString &message, QObject *context,
              const std::function<void(const QString &)> &tell)
{
    const auto make = [text] {
        auto *data = new QMimeData;
        data->setText(text);
        return data;
    };
    putOnClipboard(*QGuiApplication::clipboard(), QClipboard::Clipboard, make, context,
                   [message, tell](bool isThere) {
                       tell(isThere ? message
                                    : Text::tr("The text could not be put on the clipboard. "
                                               "Another program may be using the clipboard: copy "
                                               "it again."));
                   });
}

} // namespace tokeni
