// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/threads/detachedcall.h"
#include "core/files/filefault.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThreadPool>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>

namespace tokeni {

/*! What a TLS connection trusts. */
struct Trust
{
    QSslConfiguration configuration;
    /*! Whether the system has any certificate authorities at all. */
    bool systemHasAuthorities = true;
};

/*! Why the CA file of an environment can't be used. */
struct TrustFault
{
    enum class Kind
    {
        Unreadable, //!< \c file says why.
        TooLarge, //!< Larger than 4 MiB.
        NoCertificate, //!< It contains no readable certificate in PEM.
    };

    Kind kind;
    QString caFile; //!< Its path.
    std::optional<FileFault> file = {};

    /*! For the user: which file, and what is wrong with it; without a full stop. */
    [[nodiscard]] QString message() const;
};

/*! The certificates of the authorities that the system trusts. Reading them takes Qt tens of
 *  milliseconds, so the result is cached for a while. Safe to use from any thread. */
class SystemAuthorities
{
public:
    using Read = QList<QSslCertificate> (*)();

    /*! The result of \a read is cached for \a fresh. */
    explicit SystemAuthorities(std::chrono::milliseconds fresh,
                               Read read = &QSslConfiguration::systemCaCertificates)
        : m_fresh(fresh), m_read(read)
    { }
    [[nodiscard]] QList<QSslCertificate> certificates();

private:
    std::chrono::milliseconds m_fresh;
    Read m_read;
    QMutex m_mutex;
    QDeadlineTimer m_stale;
    QList<QSslCertificate> m_certificates;
};

/*! Makes the TLS configuration of a request: it trusts the system's authorities and those in the
 *  environment's CA file, and offers HTTP/2 and HTTP/1.1 (RFC 7301).
 *
 *  A CA file is a PEM file of at most 4 MiB. Reading it may never return, if it is on a network
 *  drive that is gone; that delays neither other requests nor the end of the program. */
class TlsTrust : public QObject
{
    Q_OBJECT
public:
    using Outcome = tl::expected<Trust, TrustFault>;
    using Done = std::function<void(Outcome)>;

    using QObject::QObject;
    ~TlsTrust() override;

    /*! Hands the configuration to \a done, with the authorities in \a caFile if that is not empty,
     *  unless \a context has been destroyed by then. The file is read again each time; the system's
     *  authorities, which the configuration needs too, are read at most every ten seconds. */
    void make(const QString &caFile, QObject *context, const Done &done);

private:
    using Bytes = tl::expected<QByteArray, TrustFault>;

    void configure(const QString &caFile, const QByteArray &pem, QObject *context,
                   const Done &done);

    SystemAuthorities m_system{std::chrono::seconds(10)};
    QThreadPool m_pool; // Its threads only compute and read the system's files, so they always end.
    SharedCalls<Bytes> m_reading; // By path of the CA file.
};

} // namespace tokeni
