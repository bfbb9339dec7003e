// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/keychainwatch.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include "adapters/keychain/secretservice.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

// The signals of all collections about their items; in a class of its own, because QtDBus needs
// slots with its own types.
class ItemSignals : public QObject
{
    Q_OBJECT
public:
    explicit ItemSignals(QObject *parent) : QObject(parent)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        const QString collection = u"org.freedesktop.Secret.Collection"_s;
        for (const QString &name : {u"ItemCreated"_s, u"ItemChanged"_s})
            bus.connect(secretServiceName, {}, collection, name, this,
                        SLOT(hearChange(QDBusObjectPath)));
        bus.connect(secretServiceName, {}, collection, u"ItemDeleted"_s, this,
                    SLOT(hearRemoval(QDBusObjectPath)));
    }

Q_SIGNALS:
    void heard(const QString &path, bool removed);

private Q_SLOTS:
    void hearChange(const QDBusObjectPath &item) { Q_EMIT heard(item.path(), false); }
    void hearRemoval(const QDBusObjectPath &item) { Q_EMIT heard(item.path(), true); }
};

} // namespace

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent)
{
    // A collection that is locked reports each of its items.
    m_soon.setInterval(100);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &KeychainWatch::look);

    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *owner = new QDBusServiceWatcher(secretServiceName, bus,
                                          QDBusServiceWatcher::WatchForRegistration, this);
    connect(owner, &QDBusServiceWatcher::serviceRegistered, this, &KeychainWatch::hear);
    for (const QString &name :
         {u"CollectionCreated"_s, u"CollectionDeleted"_s, u"CollectionChanged"_s})
        bus.connect(secretServiceName, secretServicePath, u"org.freedesktop.Secret.Service"_s, name,
                    this, SLOT(hear()));
    connect(new ItemSignals(this), &ItemSignals::heard, this, &KeychainWatch::hearItem);
    secretservice::askLocked(this, [this](bool locked) { setLocked(locked); });
}

void KeychainWatch::look()
{
    secretservice::askLocked(this, [this](bool locked) {
        setLocked(locked);
        if (!locked)
            findNames();
    });
}

void KeychainWatch::findNames()
{
    const QSet<QString> paths = std::exchange(m_changedPaths, {});
    m_unnamed += paths.size();
    for (const QString &path : paths) {
        secretservice::askItemName(path, this, [this, path](const auto &name) {
            --m_unnamed;
            takeName(path, name);
            tell();
        });
    }
    tell();
}

#else

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent)
{ }

void KeychainWatch::look()
{ }

void KeychainWatch::findNames()
{ }

#endif

void KeychainWatch::setLocked(bool locked)
{
    if (std::exchange(m_locked, locked) != locked)
        Q_EMIT lockedChanged(locked);
}

void KeychainWatch::hear()
{
    // A different program may be the Secret Service now, with its own object paths.
    m_names.clear();
    m_anyChanged = true;
    if (!m_soon.isActive())
        m_soon.start();
}

void KeychainWatch::hearItem(const QString &path, bool removed)
{
    if (!removed) {
        m_changedPaths.insert(path);
    } else {
        m_changedPaths.remove(path);
        const auto known = m_names.constFind(path);
        takeName(path, known == m_names.constEnd() ? std::nullopt : std::optional(*known));
        m_names.remove(path);
    }
    if (!m_soon.isActive())
        m_soon.start();
}

void KeychainWatch::takeName(const QString &path, const std::optional<QString> &name)
{
    if (!name) {
        m_anyChanged = true;
        return;
    }
    m_names.insert(path, *name);
    if (!name->isEmpty() && !m_changedItems.contains(*name))
        m_changedItems.append(*name);
}

void KeychainWatch::tell()
{
    if (m_unnamed > 0)
        return;
    const QStringList items = std::exchange(m_changedItems, {});
    if (std::exchange(m_anyChanged, false))
        Q_EMIT changed({});
    else if (!items.isEmpty())
        Q_EMIT changed(items);
}

} // namespace tokeni

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include "keychainwatch.moc"
#endif
