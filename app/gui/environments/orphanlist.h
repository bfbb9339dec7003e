// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainitems.h"

#include <QWidget>

class QVBoxLayout;

namespace tokeni {

class EnvironmentActions;

/*! Keys and tokens in the keychain whose environment no longer exists, each with buttons that
 *  create an environment for them or delete them. Hidden if there are none, or if they can't be
 *  listed. */
class OrphanList : public QWidget
{
    Q_OBJECT
public:
    /*! All arguments must outlive the list. */
    OrphanList(const Environments &environments, SecretInventory &inventory,
               EnvironmentActions &actions, QWidget *parent = nullptr);

private:
    void look();
    void setOrphans(const QList<Orphan> &orphans);
    [[nodiscard]] QWidget *rowOf(const Orphan &orphan);

    const Environments &m_environments;
    SecretInventory &m_inventory;
    EnvironmentActions &m_actions;
    QList<Orphan> m_orphans;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace tokeni
