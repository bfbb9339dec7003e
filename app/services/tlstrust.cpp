// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/tlstrust.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

namespace tokeni {

namespace {

// A file of certificates is far smaller; anything above is the wrong file.
constexpr qint64 largestCaFile = qint64(4) * 1024 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TlsTrust)
};

} // namespace

tl::expected<QSslConfiguration, QString> tlsTrust(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    if (caFile.isEmpty())
        return configuration;

    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(Text::tr("%1: %2").arg(caFile, file.errorString()));
    const QList<QSslCertificate> authorities
        = QSslCertificate::fromData(file.read(largestCaFile), QSsl::Pem);
    if (authorities.isEmpty())
        return tl::make_unexpected(Text::tr("%1 holds no certificate").arg(caFile));
    // Naming any authority switches the system's own off, so they are named too.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    return configuration;
}

} // namespace tokeni
