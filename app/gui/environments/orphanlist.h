// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainitems.h"

#include <QWidget>

class QVBoxLayout;

namespace tokeni {

class EnvironmentActions;

/*! Keys and tokens in the keychain whose environment is gone, each with buttons that make an
 *  environment for it or delete it. Hidden while there are none, or none can be told. */
class OrphanList : public QWidget
{
    Q_OBJECT
public:
    /*! All of them must outlive the list. */
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
