// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/secretservice.h"

#include "adapters/keychain/secretprompt.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLibrary>

#include <limits>
#include <memory>

namespace tokeni::secretservice {

using namespace Qt::StringLiterals;

namespace {

using Paths = QList<QDBusObjectPath>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeychainStore)
};

const QString noObject = u"/"_s; // Used by the API in place of an object path if there is none.

// The time limit is applied elsewhere.
constexpr int withoutLimit = std::numeric_limits<int>::max();

QDBusMessage callOf(const QString &path, const QString &interface, const QString &method,
                    const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(secretServiceName, path, interface, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    return call;
}

template <typename... Types, typename Answered>
void ask(const QDBusMessage &call, QObject *context, Answered answered)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call, withoutLimit), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, answered = std::move(answered)] {
                         watcher->deleteLater();
                         answered(QDBusPendingReply<Types...>(*watcher));
                     });
}

QDBusMessage serviceCall(const QString &method, const QVariantList &arguments)
{
    return callOf(secretServicePath, u"org.freedesktop.Secret.Service"_s, method, arguments);
}

const QString properties = u"org.freedesktop.DBus.Properties"_s;
const QString itemInterface = u"org.freedesktop.Secret.Item"_s;

QDBusMessage collectionProperty(const QString &collection, const QString &name)
{
    return callOf(collection, properties, u"Get"_s, {u"org.freedesktop.Secret.Collection"_s, name});
}

StoreFault lockedFault(StoreFault::Kind kind)
{
    return {kind, Text::tr("it is locked")};
}

StoreFault unavailable(const QDBusError &error)
{
    return {StoreFault::Kind::Unavailable, error.message()};
}

// Passes the path of the default collection to \a done if it is locked, otherwise an empty text.
void findLocked(QObject *context, const std::function<void(QString)> &done)
{
    ask<QDBusObjectPath>(
        serviceCall(u"ReadAlias"_s, {u"default"_s}), context, [context, done](const auto &alias) {
            if (alias.isError() || alias.value().path() == noObject) {
                done({});
                return;
            }
            const QString path = alias.value().path();
            ask<QVariant>(collectionProperty(path, u"Locked"_s), context,
                          [done, path](const auto &locked) {
                              const bool is = !locked.isError() && locked.value().toBool();
                              done(is ? path : QString());
                          });
        });
}

// Whether the locked \a collection lists its items: GNOME Keyring does, KeePassXC does not.
void askWhetherItLists(const QString &collection, QObject *context,
                       const std::function<void(bool)> &done)
{
    ask<QVariant>(collectionProperty(collection, u"Items"_s), context, [done](const auto &items) {
        done(!items.isError() && !qdbus_cast<Paths>(items.value()).isEmpty());
    });
}

// Whether there was no program that could answer. The last of these errors is for a call that must
// not start the service.
bool isFromNobody(const QDBusError &error)
{
    return error.type() == QDBusError::Disconnected || error.type() == QDBusError::ServiceUnknown
        || error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1;
}

using Found = QDBusPendingReply<Paths, Paths>; // Unlocked and locked items.

void findItems(const QMap<QString, QString> &attributes, QObject *context,
               const std::function<void(const Found &)> &done)
{
    static const QMetaType type = qDBusRegisterMetaType<QMap<QString, QString>>();
    ask<Paths, Paths>(serviceCall(u"SearchItems"_s, {QVariant(type, &attributes)}), context, done);
}

// Tells what a search for \a attributes finds, if that makes it doubtful that the item is absent.
void search(const QMap<QString, QString> &attributes, QObject *context,
            const std::function<void(std::optional<StoreFault>)> &done)
{
    findItems(attributes, context, [done](const Found &found) {
        if (found.isError()) {
            // If there is no Secret Service, the answer came from another keychain.
            done(isFromNobody(found.error()) ? std::nullopt
                                             : std::optional(unavailable(found.error())));
        } else if (!found.argumentAt<1>().isEmpty()) {
            done(lockedFault(StoreFault::Kind::Denied));
        } else if (!found.argumentAt<0>().isEmpty()) {
            done(StoreFault{StoreFault::Kind::Unavailable,
                            Text::tr("it holds something else under that name")});
        } else {
            done(std::nullopt);
        }
    });
}

// The state while the items of a list are read one after the other.
struct Listing
{
    Paths left;
    QString nameAttribute;
    QList<ListedItem> items = {};
    SecretInventory::Listed done;
};

void listNext(const std::shared_ptr<Listing> &listing, QObject *context)
{
    if (listing->left.isEmpty()) {
        listing->done(std::move(listing->items));
        return;
    }
    const QString path = listing->left.takeFirst().path();
    ask<QVariantMap>(callOf(path, properties, u"GetAll"_s, {itemInterface}), context,
                     [listing, context](const QDBusPendingReply<QVariantMap> &answer) {
                         // An item that has been removed meanwhile is not in the list.
                         if (!answer.isError()) {
                             const QVariantMap item = answer.value();
                             const auto attributes
                                 = qdbus_cast<QMap<QString, QString>>(item.value(u"Attributes"_s));
                             listing->items.append({attributes.value(listing->nameAttribute),
                                                    item.value(u"Label"_s).toString()});
                         }
                         listNext(listing, context);
                     });
}

void setLabelOf(const QString &item, const QString &label, QObject *context,
                const std::function<void()> &done)
{
    ask<QVariant>(
        callOf(item, properties, u"Get"_s, {itemInterface, u"Label"_s}), context,
        [item, label, context, done](const QDBusPendingReply<QVariant> &now) {
            if (now.isError() || now.value().toString() == label) {
                done();
                return;
            }
            ask<>(callOf(item, properties, u"Set"_s,
                         {itemInterface, u"Label"_s, QVariant::fromValue(QDBusVariant(label))}),
                  context, [done](const QDBusPendingReply<> &) { done(); });
        });
}

} // namespace

void doubtAbsence(const QMap<QString, QString> &attributes, QObject *context,
                  const std::function<void(std::optional<StoreFault>)> &done)
{
    // Before the search, since that would make KeePassXC ask for its password again.
    findLocked(context, [attributes, context, done](const QString &collection) {
        if (collection.isEmpty()) {
            search(attributes, context, done);
            return;
        }
        askWhetherItLists(collection, context, [attributes, context, done](bool lists) {
            if (lists)
                search(attributes, context, done);
            else
                done(lockedFault(StoreFault::Kind::Locked));
        });
    });
}

void list(const QMap<QString, QString> &attributes, const QString &nameAttribute, QObject *context,
          const SecretInventory::Listed &done)
{
    // A locked collection that does not list its items yields nothing in a search.
    doubtAbsence(
        attributes, context, [attributes, nameAttribute, context, done](const auto &doubt) {
            if (doubt && doubt->kind == StoreFault::Kind::Locked) {
                done(tl::make_unexpected(*doubt));
                return;
            }
            findItems(attributes, context, [nameAttribute, context, done](const Found &found) {
                if (found.isError()) {
                    done(
                        tl::make_unexpected(isFromNobody(found.error())
                                                ? StoreFault{StoreFault::Kind::Unavailable,
                                                             Text::tr("no keychain is running that "
                                                                      "can list its items")}
                                                : unavailable(found.error())));
                    return;
                }
                listNext(
                    std::make_shared<Listing>(Listing{
                        found.argumentAt<0>() + found.argumentAt<1>(), nameAttribute, {}, done}),
                    context);
            });
        });
}

void setLabel(const QMap<QString, QString> &attributes, const QString &label, QObject *context,
              const std::function<void()> &done)
{
    const auto search = [attributes, label, context, done] {
        findItems(attributes, context, [label, context, done](const Found &found) {
            if (found.isError() || found.argumentAt<0>().isEmpty())
                done();
            else
                setLabelOf(found.argumentAt<0>().first().path(), label, context, done);
        });
    };
    // A search would make a locked KeePassXC ask for its password.
    findLocked(context, [search, done](const QString &collection) {
        if (collection.isEmpty())
            search();
        else
            done();
    });
}

void watchOwner(QObject *context, const std::function<void(bool was, bool is)> &changed)
{
    auto *watcher = new QDBusServiceWatcher(secretServiceName, QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForOwnerChange, context);
    QObject::connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, context,
                     [changed](const QString &, const QString &before, const QString &now) {
                         // Loaded in the same way as by QtKeychain.
                         static const auto disconnect = reinterpret_cast<void (*)()>(
                             QLibrary(u"secret-1"_s, 0).resolve("secret_service_disconnect"));
                         if (disconnect)
                             disconnect();
                         changed(!before.isEmpty(), !now.isEmpty());
                     });
}

void unlock(QObject *context, const SecretStore::WriteDone &done)
{
    findLocked(context, [context, done](const QString &collection) {
        if (collection.isEmpty()) {
            done({});
            return;
        }
        const Paths wanted{QDBusObjectPath(collection)};
        ask<Paths, QDBusObjectPath>(
            serviceCall(u"Unlock"_s, {QVariant::fromValue(wanted)}), context,
            [context, done](const QDBusPendingReply<Paths, QDBusObjectPath> &answer) {
                if (answer.isError()) {
                    done(tl::make_unexpected(unavailable(answer.error())));
                    return;
                }
                const QString prompt = answer.template argumentAt<1>().path();
                if (prompt == noObject) {
                    done({});
                    return;
                }
                new SecretPrompt(prompt, context, [done](bool accepted) {
                    if (accepted)
                        done({});
                    else
                        done(tl::make_unexpected(lockedFault(StoreFault::Kind::Denied)));
                });
            });
    });
}

void askLocked(QObject *context, const std::function<void(bool)> &done)
{
    findLocked(context, [done](const QString &collection) { done(!collection.isEmpty()); });
}

void askItemName(const QString &path, QObject *context,
                 const std::function<void(std::optional<QString>)> &done)
{
    ask<QVariant>(callOf(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                         {u"org.freedesktop.Secret.Item"_s, u"Attributes"_s}),
                  context, [done](const auto &answer) {
                      if (answer.isError()) {
                          done(std::nullopt);
                          return;
                      }
                      // The attributes that QtKeychain sets.
                      const auto attributes = qdbus_cast<QMap<QString, QString>>(answer.value());
                      const bool ours = attributes.value(u"server"_s) == "tokeni"_L1;
                      done(ours ? attributes.value(u"user"_s) : QString());
                  });
}

} // namespace tokeni::secretservice
