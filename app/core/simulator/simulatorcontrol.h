// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

namespace tokeni {

/*! The built-in simulator, as the window sees it. */
class SimulatorControl : public QObject
{
    Q_OBJECT
public:
    struct Scenario
    {
        QString name; //!< As the argument of `tokeni-cli simulator --scenario`.
        QString text; //!< As shown in the window's list.
    };

    using QObject::QObject;
    /*! Starts listening at the address in \a tokenUrl, unless it already does. */
    virtual void start(const QUrl &tokenUrl) = 0;
    [[nodiscard]] virtual bool isListening() const = 0;
    /*! Why it is not listening; empty if it is, or was not started. */
    [[nodiscard]] virtual QString problem() const = 0;
    [[nodiscard]] virtual QList<Scenario> scenarios() const = 0;
    [[nodiscard]] virtual QString scenario() const = 0;
    virtual void setScenario(const QString &name) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace tokeni
