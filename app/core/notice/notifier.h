// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace tokeni {

/*! Something said outside the window. No secret among it, and plain text throughout. */
struct Notice
{
    QString title;
    QString body = {};
    QString environmentId = {}; //!< What it is about; empty for nothing in particular.
    bool offersCopy = false; //!< With a button that copies the environment's Bearer header.
};

/*! The desktop's notifications. */
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! Shows \a notice, in place of an earlier one about the same environment. */
    virtual void notify(const tokeni::Notice &notice) = 0;

Q_SIGNALS:
    /*! There is nobody who could show it. */
    void undelivered(const tokeni::Notice &notice);
    /*! The user clicked it. \a environmentId as in the notice. \a activationToken: what lets the
     *  window take the focus under Wayland (xdg-activation-v1); may be empty. */
    void opened(const QString &environmentId, const QString &activationToken);
    /*! The user pressed its button. */
    void copyRequested(const QString &environmentId);
};

} // namespace tokeni
