// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QVariant>

#include <functional>

class QDBusVariant;

namespace tokeni {

/*! A prompt of the Secret Service: shows it, reports once how it ended, and deletes itself. */
class SecretPrompt : public QObject
{
    Q_OBJECT
public:
    /*! \a path: the prompt's D-Bus object. \a done: called with whether the user did what was
     *  asked. */
    SecretPrompt(const QString &path, QObject *parent, std::function<void(bool)> done);

private Q_SLOTS:
    void complete(bool dismissed, const QDBusVariant &result);

private:
    void end(bool accepted);

    std::function<void(bool)> m_done;
};

} // namespace tokeni
