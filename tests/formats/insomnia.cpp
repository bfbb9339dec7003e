// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! What Insomnia exports as "Insomnia v4 (JSON)". */
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

    void readsABaseEnvironmentWithoutOthers()
    {
        QCOMPARE(outlineOf(R"({"_type": "export", "__export_format": 4, "resources": [
                               {"_type": "environment", "_id": "e", "name": "Base", "data":
                                {"consumer_key": "k1", "consumer_secret": "s1"}}]})",
                           u"x.json"_s),
                 QStringList{u"Base | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
    }

    void namesTheNewerFormat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("YAML") << sample(u"insomnia-5.yaml"_s);
        QTest::newRow("JSON") << QByteArray(R"({"type": "collection.insomnia.rest/5.0"})");
    }
    void namesTheNewerFormat()
    {
        QFETCH(QByteArray, text);
        const auto read = readImport(text, u"insomnia.yaml"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ImportProblem::Kind::NothingFound);
        QVERIFY(read.error().message().contains(u"Insomnia v4 (JSON)"_s));
    }

    void survivesCircularParents()
    {
        QCOMPARE(outlineOf(R"({"__export_format": 4, "resources": [
                               {"_type": "environment", "_id": "a", "parentId": "b", "data": {}},
                               {"_type": "environment", "_id": "b", "parentId": "a"}, 5, null]})",
                           u"x.json"_s),
                 QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))});
    }
};

QTEST_GUILESS_MAIN(Insomnia)
#include "insomnia.moc"
