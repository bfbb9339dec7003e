// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

QString problem(ImportProblem::Kind kind)
{
    return u"problem %1"_s.arg(int(kind));
}

// JSON with apostrophes for quotation marks.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray tokenUrl = "https://sandbox.safaricom.co.ke/oauth/v1/generate";

QByteArray collection(const QByteArray &items, const QByteArray &data = {})
{
    return json("{'type': 'collection.insomnia.rest/5.0', 'collection': [" + items
                + "], 'environments': {'name': 'Test', 'data': {" + data + "}}}");
}

QByteArray inFolders(int depth)
{
    return collection(QByteArray("{'children': [").repeated(depth) + "{'method': 'GET', 'url': '"
                      + tokenUrl
                      + "', 'authentication': {'type': 'basic', 'username': 'k', 'password': 's'}}"
                      + QByteArray("]}").repeated(depth));
}

} // namespace

/*! What Insomnia exports. More files are in files/insomnia. */
class Insomnia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inheritsVariablesFromTheBaseEnvironment()
    {
        const QString name = u"Insomnia_2026-03-02.json"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList({u"Test | sandbox | sandbox.safaricom.co.ke | "
                              "InsSandboxKeyInvented0012:InsSandboxSecretInvented0012"_s,
                              u"Live | production | api.safaricom.co.ke | "
                              "InsLiveKeyInvented0013:InsLiveSecretInvented0013"_s}));
        QCOMPARE(readImport(sample(name), name)->format, ImportFormat::Insomnia);
    }

    void readsTheNewerFormat()
    {
        const QString name = u"insomnia-5.yaml"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList({u"Test | sandbox | sandbox.safaricom.co.ke | "
                              "InsKeyInvented0014:InsSecretInvented0014"_s,
                              u"Live | production | api.safaricom.co.ke | "
                              "InsKeyInvented0015:InsSecretInvented0015"_s}));
        QCOMPARE(readImport(sample(name), name)->format, ImportFormat::Insomnia);
    }

    void namesABaseEnvironmentAfterItsWorkspace()
    {
        const QByteArray resources
            = json("{'__export_format': 4, 'resources': ["
                   "{'_type': 'workspace', '_id': 'w', 'name': 'Duka'},"
                   "{'_type': 'environment', '_id': 'e', 'parentId': 'w', 'name': '%1', 'data':"
                   " {'consumer_key': 'k1', 'consumer_secret': 's1',"
                   "  'base_url': 'https://sandbox.safaricom.co.ke'}}]}");
        QCOMPARE(outlineOf(QByteArray(resources).replace("%1", "Base"), u"x.json"_s),
                 QStringList{u"Base | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
        QCOMPARE(outlineOf(QByteArray(resources).replace("%1", "Base Environment"), u"x.json"_s),
                 QStringList{u"Duka | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
    }

    void offersABaseEnvironmentThatSaysEverything()
    {
        const QByteArray file
            = json("{'type': 'environment.insomnia.rest/5.0', 'environments': {'name': 'Base',"
                   " 'data': {'consumer_key': 'k1', 'consumer_secret': 's1'%1}, 'subEnvironments':"
                   " [{'name': 'Live', 'data': {'consumer_key': 'k2',"
                   " 'base_url': 'https://api.safaricom.co.ke'}}]}}");
        const QString live = u"Live | production | api.safaricom.co.ke | k2:s1"_s;
        const QByteArray url = json(", 'base_url': 'https://sandbox.safaricom.co.ke'");
        QCOMPARE(outlineOf(QByteArray(file).replace("%1", ""), u"x.json"_s), QStringList{live});
        QCOMPARE(outlineOf(QByteArray(file).replace("%1", url), u"x.json"_s),
                 QStringList({live, u"Base | sandbox | sandbox.safaricom.co.ke | k1:s1"_s}));
    }

    // Without its workspace, as it is exported from a folder.
    void readsPartOfAWorkspace()
    {
        QCOMPARE(outlineOf(json("{'__export_format': 4, 'resources': ["
                                "{'_type': 'environment', '_id': 'e', 'parentId': 'w',"
                                " 'name': 'Test', 'data': {'k': 'k1', 's': 's1'}},"
                                "{'_type': 'request', '_id': 'r', 'parentId': 'f', 'url': '"
                                + tokenUrl
                                + "', 'authentication': {'type': 'basic', 'username': '{{k}}',"
                                  " 'password': '{{s}}'}}]}"),
                           u"x.json"_s),
                 QStringList{u"Test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
    }

    void takesNoOtherRequests_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("rest");
        const QByteArray basic
            = "'authentication': {'type': 'basic', 'username': 'k', 'password': 's'}";
        QTest::newRow("another call")
            << QByteArray("https://sandbox.safaricom.co.ke/mpesa/stkpush/v1/processrequest")
            << basic;
        QTest::newRow("another call in a variable") << QByteArray("{{ _.url }}") << basic;
        QTest::newRow("another authorisation")
            << tokenUrl << QByteArray("'authentication': {'type': 'bearer', 'token': 't'}");
        QTest::newRow("another authorisation in a header")
            << tokenUrl << "'headers': [{'name': 'Authorization', 'value': 'Bearer t'}], " + basic;
        QTest::newRow("none, although the folder has one")
            << tokenUrl << QByteArray("'authentication': {'type': 'none'}");
    }
    void takesNoOtherRequests()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, rest);
        QCOMPARE(outlineOf(collection("{'authentication': {'type': 'basic', 'username': 'fk',"
                                      " 'password': 'fs'}, 'children': [{'method': 'GET', 'url': '"
                                          + url + "', " + rest + "}]}",
                                      "'url': 'https://orders.example/all'"),
                           u"x.json"_s),
                 QStringList{problem(ImportProblem::Kind::NothingFound)});
    }

    void leavesOutEnvironmentsOfSomethingElse()
    {
        QCOMPARE(outlineOf(json("{'type': 'collection.insomnia.rest/5.0', 'collection': ["
                                "{'method': 'GET', 'url': '{{ _.mpesa }}/oauth/v1/generate',"
                                " 'authentication': {'type': 'basic', 'username': '{{ _.user }}',"
                                " 'password': 's'}}], 'environments': {'subEnvironments': ["
                                "{'name': 'Orders', 'data': {'orders': 'https://orders.example'}},"
                                "{'name': 'M-Pesa', 'data': {'user': 'k',"
                                " 'mpesa': 'https://sandbox.safaricom.co.ke'}}]}}"),
                           u"x.json"_s),
                 QStringList{u"M-Pesa | sandbox | sandbox.safaricom.co.ke | k:s"_s});
    }

    void readsFoldersInFolders()
    {
        QCOMPARE(outlineOf(inFolders(40), u"x.json"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | k:s"_s});
        QCOMPARE(outlineOf(inFolders(400), u"x.json"_s),
                 QStringList{problem(ImportProblem::Kind::NothingFound)});
    }

    void survivesCircularParents()
    {
        QCOMPARE(outlineOf(json("{'__export_format': 4, 'resources': ["
                                "{'_type': 'environment', '_id': 'a', 'parentId': 'b', 'data': {}},"
                                "{'_type': 'environment', '_id': 'b', 'parentId': 'a'}, 5, null,"
                                "{'_type': 'request_group', '_id': 'f', 'parentId': 'g'},"
                                "{'_type': 'request_group', '_id': 'g', 'parentId': 'f'},"
                                "{'_type': 'request', '_id': 'r', 'parentId': 'f'}]}"),
                           u"x.json"_s),
                 QStringList{problem(ImportProblem::Kind::NothingFound)});
    }

    void readsARequestThatWasCopiedManyTimes()
    {
        QByteArrayList requests;
        for (int i = 0; i < 300; ++i)
            requests.append("{'method': 'GET', 'url': '{{host}}/oauth/v1/generate', 'name': '"
                            + QByteArray::number(i)
                            + "', 'authentication':"
                              " {'type': 'basic', 'username': 'k', 'password': 's'}}");
        QCOMPARE(
            outlineOf(collection(requests.join(','), "'host': 'https://sandbox.safaricom.co.ke'"),
                      u"x.json"_s),
            QStringList{u"Test | sandbox | sandbox.safaricom.co.ke | k:s"_s});
    }
};

QTEST_GUILESS_MAIN(Insomnia)
#include "insomnia.moc"
