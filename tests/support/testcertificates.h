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

/*! Certificates for servers on loopback, signed by an authority of the test's own. All are made
 *  when asked for, by the `openssl` program, and none outlives its folder by trust: the authority
 *  is valid for two days. */
class TestCertificates
{
public:
    enum class Kind
    {
        Good, //!< For 127.0.0.1, fe80::1, localhost and several.test.
        Expired, //!< Ended in 2021.
        NotYetValid, //!< Begins tomorrow.
        WrongHost, //!< For elsewhere.invalid.
        SelfSigned, //!< For 127.0.0.1 and localhost, without the authority.
    };

    /*! Makes the authority in a temporary folder that goes with this object. */
    TestCertificates();
    /*! Makes the authority in \a folder, which must exist and stays. */
    explicit TestCertificates(const QString &folder);

    /*! A certificate of that kind, made at the first call. */
    [[nodiscard]] ServerCertificate certificate(Kind kind);
    /*! The authority's certificate: ca.pem. */
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.pem")); }
    /*! What went wrong; empty as long as nothing did. */
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
