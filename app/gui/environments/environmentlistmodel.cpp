// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/environmentlistmodel.h"

#include "core/text/timeleft.h"

#include <QMimeData>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

const QString rowMimeType = u"application/x-tokeni-environment"_s;

} // namespace

EnvironmentListModel::EnvironmentListModel(const Environments &environments, const Tokens &tokens,
                                           QObject *parent)
    : QAbstractListModel(parent), m_environments(environments), m_tokens(tokens),
      m_rows(environments.list().all())
{
    connect(&m_environments, &Environments::changed, this, [this] {
        beginResetModel();
        m_rows = m_environments.list().all();
        endResetModel();
    });
    connect(&m_tokens, &Tokens::changed, this, &EnvironmentListModel::refreshTimes);
}

int EnvironmentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EnvironmentListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Environment &environment = m_rows[index.row()];
    const QString host = environment.kind() == EnvironmentKind::Simulator
        ? tr("%1 · built in").arg(shownHost(environment.tokenUrl))
        : shownHost(environment.tokenUrl);
    switch (role) {
    case Qt::DisplayRole:
        return environment.name;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(environment.name, kindName(environment.kind()), host,
                                       m_tokens.state(environment.id).isEdited
                                           ? tr("unsaved changes")
                                           : timeText(environment.id));
    case IdRole:
        return environment.id;
    case KindRole:
        return int(environment.kind());
    case HostRole:
        return host;
    case TimeRole:
        return timeText(environment.id);
    case TimeKindRole:
        return int(timeKind(environment.id));
    default:
        return {};
    }
}

Qt::ItemFlags EnvironmentListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList EnvironmentListModel::mimeTypes() const
{
    return {rowMimeType};
}

QMimeData *EnvironmentListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *mime = new QMimeData;
    if (!indexes.isEmpty())
        mime->setData(rowMimeType, data(indexes.first(), IdRole).toString().toUtf8());
    return mime;
}

bool EnvironmentListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                        const QModelIndex &)
{
    const QString id = QString::fromUtf8(data->data(rowMimeType));
    const Environment *environment = m_environments.list().find(id);
    if (!environment)
        return false;
    const auto from = m_environments.list().all().indexOf(*environment);
    const auto gap = row < 0 ? m_rows.size() : qsizetype(row);
    // The row is removed from its place first, so gaps after it have a number that is lower by one.
    Q_EMIT moveRequested(id, int(gap > from ? gap - 1 : gap));
    // The model has moved the row: the view must not remove the dragged one.
    return false;
}

void EnvironmentListModel::refreshTimes()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1),
                           {TimeRole, TimeKindRole, Qt::AccessibleTextRole});
}

QString EnvironmentListModel::timeText(const QString &id) const
{
    if (m_tokens.state(id).isEdited)
        return tr("edited");
    const auto left = m_tokens.state(id).millisecondsLeft;
    if (!left)
        return tr("no token");
    return *left > 0 ? countdownText(*left) : tr("expired");
}

EnvironmentListModel::TimeKind EnvironmentListModel::timeKind(const QString &id) const
{
    if (m_tokens.state(id).isEdited)
        return TimeKind::Edited;
    const auto left = m_tokens.state(id).millisecondsLeft;
    if (!left)
        return TimeKind::None;
    if (*left <= 0)
        return TimeKind::Expired;
    return *left <= ageingTime.count() ? TimeKind::Ageing : TimeKind::Alive;
}

} // namespace tokeni
