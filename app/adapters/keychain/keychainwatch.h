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
    /*! Tokeni's \a items were created, changed or removed. If \a items is empty, any of them may
     *  have been: the keychain was started or unlocked. Reading it now opens no prompt. Changes in
     *  quick succession are reported together; our own changes are reported too. */
    void changed(const QStringList &items);
    /*! It was locked, or unlocked again. */
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
    QSet<QString> m_changedPaths; // D-Bus object paths whose names have not been requested yet.
    QStringList m_changedItems;
    qsizetype m_unnamed = 0; // Paths whose names have been requested but not received.
    // Names by path, empty for other programs' items. Needed because the name of a removed item
    // can't be requested any more.
    QHash<QString, QString> m_names;
};

} // namespace tokeni
