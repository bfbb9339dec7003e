// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/tlstrust.h"

#include "adapters/files/ordinaryfile.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace tokeni {

namespace {

// A file of certificates is much smaller; a larger file is the wrong one.
constexpr qint64 maxCaFile = qint64(4) * 1024 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TlsTrust)
};

tl::expected<QByteArray, TrustFault> readCaFile(const QString &path)
{
    const auto unreadable = [&path](const FileFault &fault) {
        return tl::make_unexpected(TrustFault{TrustFault::Kind::Unreadable, path, fault});
    };
    QFile file(path);
    if (const auto opened = openOrdinary(file, QIODevice::Unbuffered); !opened)
        return unreadable(opened.error());
    const QByteArray bytes = file.read(maxCaFile + 1);
    if (file.error() != QFile::NoError)
        return unreadable({FileFault::Kind::Unreadable, file.errorString()});
    if (bytes.size() > maxCaFile)
        return tl::make_unexpected(TrustFault{TrustFault::Kind::TooLarge, path});
    return bytes;
}

tl::expected<Trust, TrustFault> trustIn(SystemAuthorities &authorities, const QString &caFile,
                                        const QByteArray &pem)
{
    // Qt loads the system's authorities on demand, but only if there were any when it started.
    static const bool hadAuthorities = !QSslConfiguration::systemCaCertificates().isEmpty();
    Trust trust;
    trust.configuration = QSslConfiguration::defaultConfiguration();
    trust.configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    if (hadAuthorities && caFile.isEmpty())
        return trust;
    const QList<QSslCertificate> own = QSslCertificate::fromData(pem, QSsl::Pem);
    if (own.isEmpty() && !caFile.isEmpty())
        return tl::make_unexpected(TrustFault{TrustFault::Kind::NoCertificate, caFile});
    // Setting any authority disables the system's own, so they are added explicitly.
    const QList<QSslCertificate> system = authorities.certificates();
    trust.configuration.setCaCertificates(system + own);
    trust.systemHasAuthorities = !system.isEmpty();
    return trust;
}

} // namespace

QString TrustFault::message() const
{
    const auto unusable
        = [this](const QString &why) { return QStringLiteral("%1: %2").arg(caFile, why); };
    switch (kind) {
    case Kind::Unreadable:
        return unusable(file ? file->reason() : QString());
    case Kind::TooLarge:
        return unusable(Text::tr("it is longer than 4 MiB"));
    case Kind::NoCertificate:
        return Text::tr("%1 contains no certificate").arg(caFile);
    }
    Q_UNREACHABLE();
}

QList<QSslCertificate> SystemAuthorities::certificates()
{
    const QMutexLocker lock(&m_mutex);
    if (m_stale.hasExpired()) {
        m_certificates = m_read();
        m_stale.setRemainingTime(m_fresh);
    }
    return m_certificates;
}

TlsTrust::~TlsTrust()
{
    m_pool.waitForDone();
}

void TlsTrust::make(const QString &caFile, QObject *context, const Done &done)
{
    if (caFile.isEmpty()) {
        configure(caFile, {}, context, done);
        return;
    }
    m_reading.call(
        caFile, context, [caFile] { return readCaFile(caFile); },
        [this, caFile, context, done](const Bytes &bytes) {
            if (bytes)
                configure(caFile, *bytes, context, done);
            else
                done(tl::make_unexpected(bytes.error()));
        });
}

void TlsTrust::configure(const QString &caFile, const QByteArray &pem, QObject *context,
                         const Done &done)
{
    auto *watcher = new QFutureWatcher<Outcome>(context);
    connect(watcher, &QFutureWatcher<Outcome>::finished, context, [watcher, done] {
        const Outcome outcome = watcher->result();
        watcher->deleteLater();
        done(outcome);
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, [this, caFile, pem] { return trustIn(m_system, caFile, pem); }));
}

} // namespace tokeni
