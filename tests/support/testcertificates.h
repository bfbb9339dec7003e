// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace tokeni {

/*! A server's certificate and its private key, as paths of PEM files. */
struct ServerCertificate
{
    QString certificateFile;
    QString keyFile;
};

/*! Certificates for servers on loopback, signed by an authority of the test's own. Each is created
 *  on demand by the `openssl` program. None stays trusted beyond its folder: the authority is valid
 *  for two days. */
class TestCertificates
{
public:
    enum class Kind
    {
        Good, //!< For 127.0.0.1, fe80::1, localhost and several.test.
        Expired, //!< Expired in 2021.
        NotYetValid, //!< Valid from tomorrow.
        WrongHost, //!< For another host, elsewhere.invalid.
        SelfSigned, //!< Self-signed, for 127.0.0.1 and localhost.
    };

    /*! Creates the authority in a temporary folder that is deleted with this object. */
    TestCertificates();
    /*! Creates the authority in \a folder, which must exist and is kept. */
    explicit TestCertificates(const QString &folder);

    /*! A certificate of that kind, created by the first call. */
    [[nodiscard]] ServerCertificate certificate(Kind kind);
    /*! The authority's certificate: ca.pem. */
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.pem")); }
    /*! What went wrong; empty if nothing did. */
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    [[nodiscard]] QString path(const QString &name) const;
    void makeAuthority();
    bool openssl(const QStringList &arguments);

    std::optional<QTemporaryDir> m_ownFolder;
    QString m_folder;
    QString m_problem;
};

} // namespace tokeni
