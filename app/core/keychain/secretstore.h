// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

#include <tl/expected.hpp>

namespace tokeni {

/*! Why a secret store did not do what was asked. */
struct StoreFault
{
    enum class Kind
    {
        NotFound, //!< A clean answer: there is no such item.
        Denied, //!< The user or a policy refused, or nobody unlocked it.
        Locked, //!< So that it does not tell whether there is such an item.
        Unavailable, //!< No keychain, or a broken one.
        Silent, //!< No answer in time.
    };

    Kind kind;
    QString text; //!< The keychain's own, to stand after a colon.
};

/*! Keeps secrets under item names. Every answer comes once, through the event loop and never before
 *  the call has returned, unless its context is gone by then. */
class SecretStore
{
public:
    using ReadDone = std::function<void(tl::expected<Secret, StoreFault>)>;
    using WriteDone = std::function<void(tl::expected<void, StoreFault>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &item, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &item, Secret secret, QObject *context, WriteDone done) = 0;
    /*! Removing what is not there is done, not a fault. */
    virtual void remove(const QString &item, QObject *context, WriteDone done) = 0;
    /*! Asks the user to unlock it, after a fault that said Locked. */
    virtual void unlock(QObject *context, WriteDone done) = 0;
};

/*! An item of ours as the keychain lists it. */
struct ListedItem
{
    QString item;
    QString label; //!< How the keychain's own program shows it.
};

/*! Lists what a keychain holds of ours. Answers as a SecretStore does. */
class SecretInventory
{
public:
    using Listed = std::function<void(tl::expected<QList<ListedItem>, StoreFault>)>;

    virtual ~SecretInventory() = default;
    /*! All items of our service. A fault where they can't be listed, or not at the moment. */
    virtual void list(QObject *context, Listed done) = 0;
};

} // namespace tokeni
