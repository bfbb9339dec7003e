// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace tokeni {

/*! Watches the Secret Service for changes. Does nothing on other keychains. */
class KeychainWatch : public QObject
{
    Q_OBJECT
public:
    explicit KeychainWatch(QObject *parent = nullptr);

Q_SIGNALS:
    /*! Tokeni's \a items were created, changed or removed; when \a items is empty, any of them may
     *  have been: the keychain came or was unlocked. Asking it opens no prompt. Changes in quick
     *  succession are told once; our own are among them. */
    void changed(const QStringList &items);
    /*! It is locked, or unlocked after that. */
    void lockedChanged(bool locked);

private Q_SLOTS:
    void hear();

private:
    void hearItem(const QString &path, bool removed);
    void look();
    void findNames();
    void takeName(const QString &path, const std::optional<QString> &name);
    void tell();
    void setLocked(bool locked);

    QTimer m_soon;
    bool m_locked = false;
    bool m_anyChanged = false;
    QSet<QString> m_changedPaths; // D-Bus object paths whose names are not asked for yet.
    QStringList m_changedItems;
    qsizetype m_unnamed = 0; // Paths whose names are being asked for.
    // Names by path, empty for other programs' items: a removed item has no name any more.
    QHash<QString, QString> m_names;
};

} // namespace tokeni
