// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace tokeni {

/*! What the system's keychain calls itself: "GNOME Keyring", "KeePassXC", "KWallet". */
class KeychainName : public QObject
{
    Q_OBJECT
public:
    explicit KeychainName(QObject *parent = nullptr);
    /*! Asks now; the answer comes with changed(). */
    void look();
    /*! The name; empty as long as it is not known. */
    [[nodiscard]] QString name() const { return m_name; }

Q_SIGNALS:
    void changed();

private:
    void setName(const QString &name);

    QString m_name;
};

} // namespace tokeni
