// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/keychainstore.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include "adapters/keychain/secretservice.h"
#endif

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

#include <QPointer>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString service()
{
    return u"tokeni"_s;
}

StoreFault faultOf(const QKeychain::Job &job)
{
    const QString text = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {StoreFault::Kind::NotFound, text};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {StoreFault::Kind::Denied, text};
    default:
        return {StoreFault::Kind::Unavailable, text};
    }
}

} // namespace

// One attempt at a call; also the context of its answers.
class KeychainStore::Attempt : public QObject
{
public:
    explicit Attempt(KeychainStore &store) : m_store(store), m_lost(store.m_lost) { }

    // Whether the Secret Service that was asked has ended. A job that has not run yet will ask the
    // next one.
    [[nodiscard]] bool isLost() const
    {
        return m_lost != m_store.m_lost && (!m_job || m_job == m_store.m_stuck);
    }

    // Starts \a job, and calls \a ended with it when it has finished. The job has no owner and
    // deletes itself when it has finished; libsecret would not notice if it were deleted earlier.
    template <typename Ended> void run(QKeychain::Job *job, Ended ended)
    {
        m_job = job;
        m_store.m_jobs.append(job);
        connect(job, &QKeychain::Job::finished, &m_store,
                [store = &m_store, job] { store->m_jobs.removeOne(job); });
        connect(job, &QKeychain::Job::finished, this, ended);
        job->start();
    }

    // Stops waiting for the job. QtKeychain runs one job after another, and only starts the next
    // one when this one reports that it has finished.
    void abandon()
    {
        if (!m_job)
            return;
        m_job->disconnect(this);
        Q_EMIT m_job->finished(m_job);
    }

private:
    KeychainStore &m_store;
    int m_lost; // How many Secret Services had ended when this attempt began.
    QPointer<QKeychain::Job> m_job;
};

// Calls \a ask with an attempt, and with a function that ends the call. If the Secret Service that
// was asked ends and another one started() before the call has ended, a new attempt begins. A call
// that itself causes the service to be started is not repeated.
template <typename Ask> void KeychainStore::askUntilAnswered(QObject *context, Ask ask)
{
    auto *call = new QObject(context);
    const auto attempt
        = std::make_shared<std::unique_ptr<Attempt>>(std::make_unique<Attempt>(*this));
    const auto end = [call] { call->deleteLater(); };
    connect(this, &KeychainStore::started, call, [this, attempt, ask, end] {
        if (!(*attempt)->isLost())
            return;
        (*attempt)->abandon();
        *attempt = std::make_unique<Attempt>(*this);
        ask(attempt->get(), end);
    });
    ask(attempt->get(), end);
}

void KeychainStore::followOwner(bool was, bool is)
{
    if (was)
        ++m_lost;
    if (!is)
        return;
    m_stuck = m_jobs.isEmpty() ? nullptr : m_jobs.first();
    Q_EMIT started();
    m_stuck = nullptr;
}

void KeychainStore::read(const QString &item, QObject *context, ReadDone done)
{
    askUntilAnswered(context, [item, done = std::move(done)](Attempt *attempt, auto end) {
        readOnce(item, attempt, [end, done](tl::expected<Secret, StoreFault> answer) {
            end();
            done(std::move(answer));
        });
    });
}

void KeychainStore::write(const QString &item, Secret secret, QObject *context, WriteDone done)
{
    auto kept = std::make_shared<Secret>(std::move(secret));
    askUntilAnswered(
        context, [this, item, kept, done = std::move(done)](Attempt *attempt, auto end) {
            writeOnce(item, *kept, attempt, [this, item, attempt, end, done](const auto &answer) {
                const auto finish = [answer, end, done] {
                    end();
                    done(answer);
                };
                if (answer)
                    label(item, attempt, finish);
                else
                    finish();
            });
        });
}

void KeychainStore::remove(const QString &item, QObject *context, WriteDone done)
{
    askUntilAnswered(context, [item, done = std::move(done)](Attempt *attempt, auto end) {
        removeOnce(item, attempt, [end, done](const auto &answer) {
            end();
            done(answer);
        });
    });
}

void KeychainStore::readOnce(const QString &item, Attempt *attempt, const ReadDone &done)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(item);
    attempt->run(job, [item, attempt, job, done] {
        if (job->error() == QKeychain::EntryNotFound) {
            confirmAbsence(item, attempt, faultOf(*job), done);
        } else if (job->error() != QKeychain::NoError) {
            done(tl::make_unexpected(faultOf(*job)));
        } else {
            const QByteArray bytes = job->binaryData();
            Secret secret{QByteArrayView(bytes)};
            // The job shares these bytes and is about to be deleted: this wipes them for both.
            overwrite(const_cast<char *>(bytes.constData()), std::size_t(bytes.size()));
            done(std::move(secret));
        }
    });
}

void KeychainStore::writeOnce(const QString &item, const Secret &secret, Attempt *attempt,
                              const WriteDone &done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(item);
    QString text = secret.reveal();
    job->setTextData(text);
    wipe(text);
    attempt->run(job, [done](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            done(tl::make_unexpected(faultOf(*finished)));
        else
            done({});
    });
}

void KeychainStore::relabel(const QString &item)
{
    label(item, this, [] {});
}

void KeychainStore::removeOnce(const QString &item, Attempt *attempt, const WriteDone &done)
{
    // Reading makes a locked keychain ask for its password. Removing does not: libsecret leaves the
    // item of a locked keychain in place and reports it as removed (secret_service_clear).
    readOnce(item, attempt, [item, attempt, done](const auto &there) {
        if (there)
            removeUnlocked(item, attempt, done);
        else if (there.error().kind == StoreFault::Kind::NotFound)
            done({});
        else
            done(tl::make_unexpected(there.error()));
    });
}

void KeychainStore::removeUnlocked(const QString &item, Attempt *attempt, const WriteDone &done)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(item);
    attempt->run(job, [done](QKeychain::Job *finished) {
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
    secretservice::watchOwner(this, [this](bool was, bool is) { followOwner(was, is); });
}

void KeychainStore::confirmAbsence(const QString &item, QObject *context, const StoreFault &absent,
                                   const ReadDone &done)
{
    // The attributes that QtKeychain looks for, except the type of content.
    secretservice::doubtAbsence({{u"user"_s, item}, {u"server"_s, service()}}, context,
                                [absent, done](const std::optional<StoreFault> &doubt) {
                                    done(tl::make_unexpected(doubt.value_or(absent)));
                                });
}

void KeychainStore::unlock(QObject *context, WriteDone done)
{
    askUntilAnswered(context, [done = std::move(done)](Attempt *attempt, auto end) {
        secretservice::unlock(attempt, [end, done](const auto &answer) {
            end();
            done(answer);
        });
    });
}

void KeychainStore::list(QObject *context, Listed done)
{
    secretservice::list({{u"server"_s, service()}}, u"user"_s, context, done);
}

void KeychainStore::label(const QString &item, QObject *context, const std::function<void()> &done)
{
    const QString label = m_labels ? m_labels(item) : QString();
    if (label.isEmpty())
        done();
    else
        secretservice::setLabel({{u"user"_s, item}, {u"server"_s, service()}}, label, context,
                                done);
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

void KeychainStore::list(QObject *context, Listed done)
{
    QMetaObject::invokeMethod(
        context,
        [done = std::move(done)] {
            done(tl::make_unexpected(StoreFault{StoreFault::Kind::Unavailable,
                                                tr("this keychain can't list its items")}));
        },
        Qt::QueuedConnection);
}

void KeychainStore::label(const QString &, QObject *, const std::function<void()> &done)
{
    done();
}

#endif

} // namespace tokeni
