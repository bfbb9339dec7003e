// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray pair = "MPESA_ENV=sandbox\nMPESA_CONSUMER_KEY=KeyOfFilesTogether\n"
                        "MPESA_CONSUMER_SECRET=SecretOfFilesTogether\n";
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}
const QByteArray environment = json("{'name': 'Shop', 'values': ["
                                    "{'key': 'user', 'value': 'KeyOfFilesTogether'},"
                                    "{'key': 'word', 'value': 'SecretOfFiles'}]}");
const QByteArray collection
    = json("{'info': {'schema': "
           "'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'},"
           "'item': [{'name': 'Token', 'request': {'method': 'GET', 'auth': {'type': 'basic',"
           "'basic': [{'key': 'username', 'value': '{{user}}'},"
           "{'key': 'password', 'value': '{{word}}'}]},"
           "'url': {'raw': 'https://sandbox.safaricom.co.ke/oauth/v1/generate'}}}]}");

// One line for each refused file.
QStringList refusals(const ImportedFiles &files)
{
    QStringList lines;
    for (const RefusedFile &refused : files.refused)
        lines.append(u"%1: %2"_s.arg(refused.path).arg(int(refused.problem.kind)));
    return lines;
}

QString line(const QString &path, ImportProblem::Kind kind)
{
    return u"%1: %2"_s.arg(path).arg(int(kind));
}

} // namespace

/*! Which of several files are said to have contributed nothing. */
class FilesTogether : public QObject
{
    Q_OBJECT
    using Kind = ImportProblem::Kind;

private Q_SLOTS:
    void thatHaveNothingAreNamedInTheirOrder()
    {
        const std::vector<ImportSource> sources{{u"a/.env"_s, "PORT=1\n"},
                                                {u"b/.env"_s, pair},
                                                {u"c/broken.json"_s, "{\"a\""},
                                                {u"d/.env"_s, "HOST=x\n"}};
        const ImportedFiles files = readImports(sources);
        QCOMPARE(files.found.environments.size(), 1U);
        QCOMPARE(files.found.environments.front().path, u"b/.env"_s);
        QCOMPARE(refusals(files),
                 QStringList({line(u"a/.env"_s, Kind::NothingFound),
                              line(u"c/broken.json"_s, Kind::BrokenJson),
                              line(u"d/.env"_s, Kind::NothingFound)}));
    }

    void thatCompleteEachOtherAreNotNamed()
    {
        const ImportedFiles files = readImports(std::vector<ImportSource>{
            {u"collection.json"_s, collection}, {u"environment.json"_s, environment}});
        QCOMPARE(outline(files.found),
                 QStringList(u"Shop | sandbox | sandbox.safaricom.co.ke | "
                             "KeyOfFilesTogether:SecretOfFiles"_s));
        QCOMPARE(refusals(files), QStringList());
    }

    void thatSayTheSameAreNotNamed()
    {
        const ImportedFiles files
            = readImports(std::vector<ImportSource>{{u"a/.env"_s, pair}, {u"b/.env"_s, pair}});
        QCOMPARE(files.found.environments.size(), 1U);
        QCOMPARE(refusals(files), QStringList());
    }

    void areAllNamedIfNothingIsFound()
    {
        const ImportedFiles files = readImports(
            std::vector<ImportSource>{{u"a/.env"_s, "PORT=1\n"}, {u"b/.env"_s, "HOST=x\n"}});
        QCOMPARE(refusals(files),
                 QStringList({line(u"a/.env"_s, Kind::NothingFound),
                              line(u"b/.env"_s, Kind::NothingFound)}));
    }
};

QTEST_GUILESS_MAIN(FilesTogether)
#include "files-together.moc"
