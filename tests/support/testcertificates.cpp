// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testcertificates.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QTimeZone>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The calls below name these sections; the system's own openssl.cnf is not used.
constexpr char configuration[] = R"(
[req]
distinguished_name = name
prompt = no
[name]
CN = Tokeni test
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ca]
default_ca = signing
[signing]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[here]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, IP:fe80::1, DNS:localhost, DNS:several.test
[elsewhere]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:elsewhere.invalid
)";

QString kindName(TestCertificates::Kind kind)
{
    switch (kind) {
    case TestCertificates::Kind::Good:
        return u"good"_s;
    case TestCertificates::Kind::Expired:
        return u"expired"_s;
    case TestCertificates::Kind::NotYetValid:
        return u"not-yet-valid"_s;
    case TestCertificates::Kind::WrongHost:
        return u"wrong-host"_s;
    case TestCertificates::Kind::SelfSigned:
        return u"self-signed"_s;
    }
    Q_UNREACHABLE();
}

// In the format of `openssl ca`.
QString asnTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

TestCertificates::TestCertificates()
{
    m_ownFolder.emplace();
    m_folder = m_ownFolder->path();
    makeAuthority();
}

TestCertificates::TestCertificates(const QString &folder) : m_folder(folder)
{
    makeAuthority();
}

void TestCertificates::makeAuthority()
{
    QFile file(path(u"openssl.cnf"_s));
    QFile database(path(u"index.txt"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) < 0
        || !database.open(QIODevice::WriteOnly)) {
        m_problem = file.errorString();
        return;
    }
    file.close();
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
             u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
             u"/CN=Tokeni test authority"_s, u"-extensions"_s, u"authority"_s, u"-keyout"_s,
             u"ca.key"_s, u"-out"_s, u"ca.pem"_s});
}

ServerCertificate TestCertificates::certificate(Kind kind)
{
    const QString name = kindName(kind);
    const ServerCertificate made{path(name + u".pem"_s), path(name + u".key"_s)};
    if (QFile::exists(made.certificateFile))
        return made;

    // Qt also accepts a matching common name as the host's name.
    const bool elsewhere = kind == Kind::WrongHost;
    QStringList newKey{u"req"_s,
                       u"-newkey"_s,
                       u"ec"_s,
                       u"-pkeyopt"_s,
                       u"ec_paramgen_curve:prime256v1"_s,
                       u"-nodes"_s,
                       u"-subj"_s,
                       elsewhere ? u"/CN=elsewhere.invalid"_s : u"/CN=127.0.0.1"_s,
                       u"-keyout"_s,
                       made.keyFile};
    if (kind == Kind::SelfSigned) {
        openssl(newKey
                + QStringList{u"-x509"_s, u"-days"_s, u"2"_s, u"-extensions"_s, u"here"_s,
                              u"-out"_s, made.certificateFile});
        return made;
    }

    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime from = now.addSecs(-60);
    QDateTime to = now.addDays(2);
    if (kind == Kind::Expired) {
        from = QDateTime(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::utc());
        to = QDateTime(QDate(2021, 1, 1), QTime(0, 0), QTimeZone::utc());
    } else if (kind == Kind::NotYetValid) {
        from = now.addDays(1);
    }
    const QString request = path(name + u".csr"_s);
    if (openssl(newKey + QStringList{u"-out"_s, request})) {
        openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-in"_s, request, u"-cert"_s, caFile(),
                 u"-keyfile"_s, u"ca.key"_s, u"-startdate"_s, asnTime(from), u"-enddate"_s,
                 asnTime(to), u"-extensions"_s, elsewhere ? u"elsewhere"_s : u"here"_s, u"-out"_s,
                 made.certificateFile});
    }
    return made;
}

QString TestCertificates::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

bool TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s,
                  arguments.first(1) + QStringList{u"-config"_s, path(u"openssl.cnf"_s)}
                      + arguments.sliced(1));
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    m_problem = u"openssl %1: %2 %3"_s.arg(arguments.join(u' '), process.errorString(),
                                           QString::fromLocal8Bit(process.readAll()));
    return false;
}

} // namespace tokeni
