// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/token/tokens.h"

#include <QAbstractListModel>

namespace tokeni {

/*! The environments as a list, with the state of their tokens. */
class EnvironmentListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        IdRole = Qt::UserRole,
        KindRole, //!< EnvironmentKind as int.
        HostRole, //!< The text of the second line.
        TimeRole, //!< "55:48", "expired", "no token", or "edited" if there are unsaved changes.
        TimeKindRole, //!< TimeKind as int.
    };
    enum class TimeKind
    {
        None,
        Edited, //!< There are unsaved changes.
        Alive,
        Ageing, //!< In its last minutes; see ageingTime.
        Expired
    };

    EnvironmentListModel(const Environments &environments, const Tokens &tokens,
                         QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /*! Call when the times left change. */
    void refreshTimes();

Q_SIGNALS:
    /*! The user dropped the environment at that position. */
    void moveRequested(const QString &id, int position);

private:
    [[nodiscard]] QString timeText(const QString &id) const;
    [[nodiscard]] TimeKind timeKind(const QString &id) const;

    const Environments &m_environments;
    const Tokens &m_tokens;
    QList<Environment> m_rows; // The rows as the view knows them.
};

} // namespace tokeni
