// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychainstore.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Long enough to type the keychain's password into its prompt.
constexpr std::chrono::seconds patience{60};

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

// Runs \a job and calls \a ended once: with the job when it has finished, or with null when it has
// been silent for too long. A silent job goes on by itself; nobody listens to it any more.
template <typename Ended> void run(QKeychain::Job *job, QObject *context, Ended ended)
{
    auto *silence = new QTimer(job);
    silence->setSingleShot(true);
    auto *listener = new QObject(context);
    QObject::connect(job, &QKeychain::Job::finished, listener,
                     [listener, ended](QKeychain::Job *done) {
                         listener->deleteLater();
                         ended(done);
                     });
    QObject::connect(silence, &QTimer::timeout, listener, [job, listener, ended] {
        QObject::disconnect(job, nullptr, listener, nullptr);
        listener->deleteLater();
        ended(static_cast<QKeychain::Job *>(nullptr));
    });
    silence->start(patience);
    job->start();
}

tl::unexpected<StoreFault> silent()
{
    return tl::make_unexpected(
        StoreFault{StoreFault::Kind::Silent,
                   QCoreApplication::translate("KeychainStore", "the keychain does not answer")});
}

} // namespace

KeychainStore::KeychainStore(QObject *parent) : QObject(parent)
{ }

void KeychainStore::read(const QString &item, QObject *context, ReadDone done)
{
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(item);
    run(job, context, [job, done = std::move(done)](QKeychain::Job *finished) {
        if (!finished) {
            done(silent());
        } else if (finished->error() != QKeychain::NoError) {
            done(tl::make_unexpected(faultOf(*finished)));
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
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(item);
    QString text = secret.reveal();
    job->setTextData(text);
    wipe(text);
    run(job, context, [done = std::move(done)](QKeychain::Job *finished) {
        if (!finished)
            done(silent());
        else if (finished->error() != QKeychain::NoError)
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
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(item);
    run(job, context, [done](QKeychain::Job *finished) {
        if (!finished)
            done(silent());
        else if (finished->error() != QKeychain::NoError
                 && finished->error() != QKeychain::EntryNotFound)
            done(tl::make_unexpected(faultOf(*finished)));
        else
            done({});
    });
}

} // namespace tokeni
