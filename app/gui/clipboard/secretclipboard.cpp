// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/secretclipboard.h"

#include "core/secret/secret.h"
#include "gui/clipboard/clipboardwrite.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// After this time, all managers that fill an empty clipboard had done so (the slowest took half a
// second).
constexpr std::chrono::milliseconds lookAfter{900};
constexpr std::chrono::milliseconds answerTime{400};
// How much longer a manager on a busy machine may take.
constexpr std::chrono::seconds watchTime{10};

bool isWayland()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

// Wipes data that is no longer on the clipboard. Qt's Wayland plugin never deletes it (seen with
// 6.4).
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
    // Marks that clipboard managers of the three systems check, in order not to store a secret in
    // their history.
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
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (mode == QClipboard::Clipboard || m_clipboard.supportsSelection())
            m_places.push_back({mode, std::make_unique<ForeignClipboard>(m_clipboard, mode)});
    }
    m_look.setInterval(lookAfter);
    m_patience.setInterval(answerTime);
    m_watch.setInterval(watchTime);
    for (QTimer *timer : {&m_look, &m_patience, &m_watch})
        timer->setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &SecretClipboard::look);
    connect(&m_patience, &QTimer::timeout, this, &SecretClipboard::reportUnanswered);
    connect(&m_watch, &QTimer::timeout, this, &SecretClipboard::stopLooking);
    connect(m_end.get(), &Alarm::rang, this, &SecretClipboard::clear);
    connect(&m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (!m_digest.isEmpty() && !holdsOurs()) {
            forget();
            drop(m_data);
            Q_EMIT replaced();
        }
        clearWhatLingers();
        follow(QClipboard::Clipboard);
    });
    connect(&m_clipboard, &QClipboard::selectionChanged, this,
            [this] { follow(QClipboard::Selection); });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            &SecretClipboard::clearWhatLingers);
}

SecretClipboard::~SecretClipboard()
{
    (void)takeBack();
}

void SecretClipboard::copy(const Secret &text, qint64 milliseconds, QObject *context,
                           const std::function<void(bool)> &done)
{
    m_lingering.clear();
    if (milliseconds <= 0) {
        clear();
        done(false);
        return;
    }
    // The clipboard does not count as ours until the new text is there.
    forget();
    stopLooking();
    // The write is about to be cancelled, so nothing would report its end.
    m_places.front().isBeingFilled = false;
    m_writing = std::make_unique<QObject>();
    const auto shared = std::make_shared<const Secret>(text.clone());
    const QPointer<QMimeData> before = m_data;
    const auto make = [this, shared] { return m_data = secretMimeData(*shared); };
    putOnClipboard(
        m_clipboard, QClipboard::Clipboard, make, m_writing.get(),
        [this, shared, milliseconds, done, context = QPointer<QObject>(context)](bool isThere) {
            m_writing.release()->deleteLater();
            if (isThere) {
                m_digest = digest(shared->view());
                m_size = shared->size();
                m_end->set(std::chrono::milliseconds(milliseconds));
            } else {
                drop(m_data);
            }
            if (context)
                done(isThere);
        });
    drop(before);
}

void SecretClipboard::clear()
{
    const QByteArray ours = m_digest;
    if (!takeBack()) {
        if (holdsSpace())
            Q_EMIT givenBack(m_program);
        return;
    }
    stopLooking();
    m_gone = ours;
    m_toldToLinger = false;
    if (isWayland())
        m_lingering = ours;
    for (SecretLocation &place : m_places)
        place.wasFilled = false;
    lookLater();
}

// Returns whether our text was there.
bool SecretClipboard::takeBack()
{
    const bool wasOurs = holdsOurs();
    forget();
    if (!wasOurs) {
        // The write was refused so far; it must not be tried again.
        if (std::exchange(m_writing, {}))
            drop(m_data);
        return false;
    }
    if (m_data)
        wipeShared(m_data->text());
    m_clipboard.clear();
    drop(m_data);
    return true;
}

void SecretClipboard::lookLater()
{
    m_isOutcomeTold = false;
    if (!isWithinReach()) {
        look();
        return;
    }
    m_look.start();
    Q_EMIT clearing();
}

void SecretClipboard::look()
{
    if (!isWithinReach()) {
        m_isOutcomeTold = true;
        m_toldToLinger = true;
        Q_EMIT mayLinger();
        return;
    }
    if (!m_watch.isActive())
        m_watch.start();
    m_patience.start();
    m_unread = qsizetype(m_places.size());
    for (SecretLocation &place : m_places)
        place.elsewhere->read(
            m_size, [this, &place](const std::optional<Secret> &text) { judge(place, text); });
}

void SecretClipboard::judge(SecretLocation &place, const std::optional<Secret> &text)
{
    --m_unread;
    if (text && digest(text->view()) == m_gone) {
        m_isOutcomeTold = true;
        m_program = place.elsewhere->program();
        if (std::exchange(place.wasFilled, true))
            Q_EMIT keptThere(m_program);
        else
            fill(place);
    }
    if (m_unread > 0)
        return;
    m_patience.stop();
    if (!std::exchange(m_isOutcomeTold, true))
        Q_EMIT cleared();
}

void SecretClipboard::fill(SecretLocation &place)
{
    place.isBeingFilled = true;
    const auto make = [this, &place] {
        QMimeData *space = secretMimeData(Secret(" "));
        if (place.mode == QClipboard::Clipboard)
            m_data = space;
        place.space = space;
        return space;
    };
    putOnClipboard(m_clipboard, place.mode, make, this, [this, &place](bool isThere) {
        place.isBeingFilled = false;
        if (isThere)
            Q_EMIT givenBack(m_program);
        else
            Q_EMIT keptThere(m_program);
    });
}

void SecretClipboard::reportUnanswered()
{
    if (m_isOutcomeTold)
        return;
    const auto isReading = [](const SecretLocation &place) { return place.elsewhere->isReading(); };
    const auto silent = std::find_if(m_places.begin(), m_places.end(), isReading);
    Q_EMIT unanswered(silent == m_places.end() ? QString() : silent->elsewhere->program());
}

void SecretClipboard::follow(QClipboard::Mode mode)
{
    const bool isBeingFilled
        = std::any_of(m_places.begin(), m_places.end(), [mode](const SecretLocation &place) {
              return place.mode == mode && place.isBeingFilled;
          });
    // The first check comes at its own time: until then a manager may still be at work.
    if (m_watch.isActive() && !m_look.isActive() && !isBeingFilled
        && !ForeignClipboard::isOurs(m_clipboard, mode) && isWithinReach())
        look();
}

void SecretClipboard::stopLooking()
{
    m_look.stop();
    m_patience.stop();
    m_watch.stop();
    m_unread = 0;
    m_gone.clear();
    for (SecretLocation &place : m_places)
        place.elsewhere->stop();
}

bool SecretClipboard::isUnsettled() const
{
    return m_look.isActive() || m_unread > 0 || holdsSpace();
}

bool SecretClipboard::holdsSpace() const
{
    return std::any_of(m_places.begin(), m_places.end(), [this](const SecretLocation &place) {
        return place.space && ForeignClipboard::isOurs(m_clipboard, place.mode)
            && m_clipboard.mimeData(place.mode) == place.space;
    });
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
    const QByteArray lingering = std::exchange(m_lingering, {});
    if (!ours)
        return;
    m_clipboard.clear();
    m_gone = lingering;
    if (std::exchange(m_toldToLinger, false))
        lookLater();
}

bool SecretClipboard::holdsOurs() const
{
    // If another program owns the clipboard, it is not asked for its text, since that may take
    // long.
    return !m_digest.isEmpty() && ForeignClipboard::isOurs(m_clipboard, QClipboard::Clipboard)
        && digest(m_clipboard.text()) == m_digest;
}

void SecretClipboard::forget()
{
    m_digest.clear();
    m_end->stop();
}

} // namespace tokeni
