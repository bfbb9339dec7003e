// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// tokeni-test-tls-daraja --folder DIR [--lifetime SECONDS]: a token service over TLS for tests that
// run whole programs. Reads the consumer key and the consumer secret as two lines from standard
// input, writes its authority to DIR/ca.pem, prints its URL on one line and runs until a signal
// ends it. Each request line is written to DIR/requests.log, and never a key.

#include "tlsdaraja.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

int failed(const QString &words)
{
    std::fprintf(stderr, "tokeni-test-tls-daraja: %s\n", qPrintable(words));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QCommandLineOption folder(u"folder"_s, u"where ca.pem and requests.log go"_s, u"DIR"_s);
    const QCommandLineOption lifetime(u"lifetime"_s, u"what expires_in says"_s, u"SECONDS"_s,
                                      u"3599"_s);
    QCommandLineParser parser;
    parser.addOptions({folder, lifetime});
    parser.process(application);
    if (!parser.isSet(folder))
        return failed(u"--folder is missing"_s);

    std::string key;
    std::string secret;
    if (!std::getline(std::cin, key) || !std::getline(std::cin, secret))
        return failed(u"no key and secret on standard input"_s);
    const QByteArray basic = "Basic " + QByteArray::fromStdString(key + ':' + secret).toBase64();

    TestCertificates certificates(parser.value(folder));
    const ServerCertificate certificate = certificates.certificate(TestCertificates::Kind::Good);
    if (!certificates.problem().isEmpty())
        return failed(certificates.problem());
    TlsDaraja server(certificate, basic, parser.value(lifetime).toInt(),
                     parser.value(folder) + u"/requests.log"_s);
    if (!server.start())
        return failed(server.errorString());
    std::printf("https://127.0.0.1:%d\n", int(server.serverPort()));
    std::fflush(stdout);
    return application.exec();
}
