// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretclipboard.h"

#include "core/hashresult.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isWayland()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

// What is no longer on the clipboard. Qt's Wayland plugin never deletes it (seen with 6.4).
void drop(QMimeData *data)
{
    if (!data)
        return;
    wipeShared(data->text());
    data->clear();
    if (isWayland())
        data->deleteLater();
}

bool isInFront()
{
    return QGuiApplication::applicationState() == Qt::ApplicationActive;
}

QByteArray digest(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return resultOf(hash);
}

QByteArray digest(const QString &text)
{
    return digest(Secret::taking(text.toUtf8()).view());
}

QMimeData *secretMimeData(const Secret &text)
{
    auto *data = new QMimeData;
    data->setText(text.reveal());
    // What clipboard managers of the three systems look for, so as not to keep a history of it.
#if defined(Q_OS_MACOS)
    data->setData(u"application/x-nspasteboard-concealed-type"_s, text.view().toByteArray());
#elif defined(Q_OS_WIN)
    data->setData(
        u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s,
        "1");
#else
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
#endif
    return data;
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard &clipboard, const Clock &clock, QObject *parent)
    : QObject(parent), m_clipboard(clipboard), m_end(clock.alarm())
{
    connect(m_end.get(), &Alarm::rang, this, &SecretClipboard::clear);
    connect(&m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (!m_digest.isEmpty() && !holdsOurs()) {
            forget();
            drop(m_data);
            Q_EMIT replaced();
        }
        clearWhatLingers();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            &SecretClipboard::clearWhatLingers);
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::copy(const Secret &text, qint64 milliseconds)
{
    m_lingering.clear();
    if (milliseconds <= 0) {
        clear();
        return;
    }
    // Not ours until it is there: setMimeData() announces a change before it returns.
    forget();
    const QPointer<QMimeData> before = std::exchange(m_data, secretMimeData(text));
    m_clipboard.setMimeData(m_data);
    drop(before);
    m_digest = digest(text.view());
    m_end->set(std::chrono::milliseconds(milliseconds));
}

void SecretClipboard::clear()
{
    if (!holdsOurs()) {
        forget();
        return;
    }
    if (isWayland()) {
        m_lingering = m_digest;
        m_toldToLinger = !isInFront();
    }
    forget();
    if (m_data)
        wipeShared(m_data->text());
    m_clipboard.clear();
    drop(m_data);
    if (m_toldToLinger)
        Q_EMIT mayLinger();
    else
        Q_EMIT cleared();
}

bool SecretClipboard::isWithinReach() const
{
    return !isWayland() || isInFront();
}

void SecretClipboard::clearWhatLingers()
{
    if (m_lingering.isEmpty() || !isInFront() || m_clipboard.ownsClipboard())
        return;
    const QMimeData *there = m_clipboard.mimeData();
    if (!there || !there->hasText())
        return;
    const bool ours = digest(there->text()) == m_lingering;
    m_lingering.clear();
    if (!ours)
        return;
    m_clipboard.clear();
    if (std::exchange(m_toldToLinger, false))
        Q_EMIT cleared();
}

bool SecretClipboard::holdsOurs() const
{
    // A clipboard of another program is not asked for its text: it might take its time.
    return !m_digest.isEmpty() && m_clipboard.ownsClipboard()
        && digest(m_clipboard.text()) == m_digest;
}

void SecretClipboard::forget()
{
    m_digest.clear();
    m_end->stop();
}

} // namespace tokeni
