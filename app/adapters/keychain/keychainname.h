// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace tokeni {

/*! The system keychain's own name: "GNOME Keyring", "KeePassXC", "KWallet". */
class KeychainName : public QObject
{
    Q_OBJECT
public:
    explicit KeychainName(QObject *parent = nullptr);
    /*! Asks now; the answer is reported by changed(). */
    void look();
    /*! The name; empty until it is known. */
    [[nodiscard]] QString name() const { return m_name; }

Q_SIGNALS:
    void changed();

private:
    void setName(const QString &name);

    QString m_name;
};

} // namespace tokeni
