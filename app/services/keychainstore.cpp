// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychainstore.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include "services/secretservice.h"
#endif

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString service()
{
    return u"tokeni"_s;
}

StoreFault faultOf(const QKeychain::Job &job)
{
    const QString words = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {StoreFault::Kind::NotFound, words};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {StoreFault::Kind::Denied, words};
    default:
        return {StoreFault::Kind::Unavailable, words};
    }
}

// Starts \a job, and calls \a ended with it when it has finished. A job belongs to nobody: it
// deletes itself then, and libsecret would not learn that it had gone before.
template <typename Ended> void run(QKeychain::Job *job, QObject *context, Ended ended)
{
    QObject::connect(job, &QKeychain::Job::finished, context, ended);
    job->start();
}

} // namespace

void KeychainStore::read(const QString &item, QObject *context, ReadDone done)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(item);
    run(job, context, [item, context, job, done = std::move(done)] {
        if (job->error() == QKeychain::EntryNotFound) {
            confirmAbsence(item, context, faultOf(*job), done);
        } else if (job->error() != QKeychain::NoError) {
            done(tl::make_unexpected(faultOf(*job)));
        } else {
            const QByteArray bytes = job->binaryData();
            Secret secret{QByteArrayView(bytes)};
            // The job shares these bytes and is about to go: this wipes them for both.
            overwrite(const_cast<char *>(bytes.constData()), std::size_t(bytes.size()));
            done(std::move(secret));
        }
    });
}

void KeychainStore::write(const QString &item, Secret secret, QObject *context, WriteDone done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(item);
    QString text = secret.reveal();
    job->setTextData(text);
    wipe(text);
    run(job, context, [done = std::move(done)](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            done(tl::make_unexpected(faultOf(*finished)));
        else
            done({});
    });
}

void KeychainStore::remove(const QString &item, QObject *context, WriteDone done)
{
    // Reading makes a locked keychain ask for its password. Removing does not: libsecret leaves the
    // item of a locked keychain where it is and calls it removed (secret_service_clear).
    read(item, context, [this, item, context, done = std::move(done)](const auto &there) {
        if (there)
            removeUnlocked(item, context, done);
        else if (there.error().kind == StoreFault::Kind::NotFound)
            done({});
        else
            done(tl::make_unexpected(there.error()));
    });
}

void KeychainStore::removeUnlocked(const QString &item, QObject *context, const WriteDone &done)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(item);
    run(job, context, [done](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError
            && finished->error() != QKeychain::EntryNotFound)
            done(tl::make_unexpected(faultOf(*finished)));
        else
            done({});
    });
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

KeychainStore::KeychainStore(QObject *parent) : QObject(parent)
{
    secretservice::watchOwner(this);
}

void KeychainStore::confirmAbsence(const QString &item, QObject *context, const StoreFault &absent,
                                   const ReadDone &done)
{
    // The attributes that QtKeychain looks for, the kind of content apart.
    secretservice::doubtAbsence({{u"user"_s, item}, {u"server"_s, service()}}, context,
                                [absent, done](const std::optional<StoreFault> &doubt) {
                                    done(tl::make_unexpected(doubt.value_or(absent)));
                                });
}

void KeychainStore::unlock(QObject *context, WriteDone done)
{
    secretservice::unlock(context, done);
}

#else

KeychainStore::KeychainStore(QObject *parent) : QObject(parent)
{ }

void KeychainStore::confirmAbsence(const QString &, QObject *, const StoreFault &absent,
                                   const ReadDone &done)
{
    done(tl::make_unexpected(absent));
}

void KeychainStore::unlock(QObject *context, WriteDone done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

#endif

} // namespace tokeni
