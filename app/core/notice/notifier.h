// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace tokeni {

/*! A message shown outside the window. Plain text; contains no secret. */
struct Notice
{
    QString title;
    QString body = {};
    /*! The environment that it is about; empty if it is not about a single environment. */
    QString environmentId = {};
    bool offersCopy = false; //!< Has a button that copies the environment's Bearer header.
};

/*! The desktop's notifications. */
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! Shows \a notice; it replaces an earlier one about the same environment. */
    virtual void notify(const tokeni::Notice &notice) = 0;

Q_SIGNALS:
    /*! The desktop has no service that could show it. */
    void undelivered(const tokeni::Notice &notice);
    /*! The user clicked it. \a environmentId: as in the notice. \a activationToken: allows the
     *  window to take the focus under Wayland (xdg-activation-v1); may be empty. */
    void opened(const QString &environmentId, const QString &activationToken);
    /*! The user pressed the button of the notice. */
    void copyRequested(const QString &environmentId);
};

} // namespace tokeni
