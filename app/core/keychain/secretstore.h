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
        Locked, //!< Locked, so it is not known whether there is such an item.
        Unavailable, //!< There is no keychain, or it is broken.
        Silent, //!< No answer in time.
    };

    Kind kind;
    QString text; //!< The keychain's own words, to follow a colon.
};

/*! Stores secrets under item names. Every answer comes exactly once, through the event loop and
 *  never before the call has returned. There is no answer if the context has been destroyed by
 *  then. */
class SecretStore
{
public:
    using ReadDone = std::function<void(tl::expected<Secret, StoreFault>)>;
    using WriteDone = std::function<void(tl::expected<void, StoreFault>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &item, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &item, Secret secret, QObject *context, WriteDone done) = 0;
    /*! Removing an item that does not exist succeeds. */
    virtual void remove(const QString &item, QObject *context, WriteDone done) = 0;
    /*! Asks the user to unlock the keychain, after a Locked fault. */
    virtual void unlock(QObject *context, WriteDone done) = 0;
};

/*! One of our items as the keychain lists it. */
struct ListedItem
{
    QString item;
    QString label; //!< The name that the keychain's own program shows.
};

/*! Lists our items in a keychain. Answers come as they do from a SecretStore. */
class SecretInventory
{
public:
    using Listed = std::function<void(tl::expected<QList<ListedItem>, StoreFault>)>;

    virtual ~SecretInventory() = default;
    /*! All items of our service. Fails if they can't be listed, or not at the moment. */
    virtual void list(QObject *context, Listed done) = 0;
};

} // namespace tokeni
