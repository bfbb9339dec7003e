// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! A program's settings in JSON or YAML. */
class Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNamedAfterTheirFileOrSection_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *title, const char *fileName, const char *text,
                            const QStringList &found) {
            QTest::newRow(title) << QString::fromLatin1(fileName) << QByteArray(text) << found;
        };
        const QStringList unnamed{u"Daraja | unknown |  | k:s"_s};
        row("a section of Daraja's", "appsettings.json",
            R"({"Daraja": {"ConsumerKey": "k", "ConsumerSecret": "s"}})", unnamed);
        row("no section", "secrets.json",
            R"({"Mpesa:ConsumerKey": "k", "Mpesa:ConsumerSecret": "s"})", unnamed);
        row("the environment in the file's name", "appsettings.Production.json",
            R"({"Daraja": {"ConsumerKey": "k", "ConsumerSecret": "s"}})",
            {u"Production | production | api.safaricom.co.ke | k:s"_s});
        row("another word in the file's name", "appsettings.Local.json",
            R"({"Daraja": {"ConsumerKey": "k", "ConsumerSecret": "s"}})", unnamed);
        row("two sections", "config.json",
            R"({"a": 1, "mpesa": {"live": {"consumerKey": "k", "consumerSecret": "s"},
                                  "sandbox": {"consumerKey": "k2", "consumerSecret": "s2"}}})",
            {u"Live | production | api.safaricom.co.ke | k:s"_s,
             u"Sandbox | sandbox | sandbox.safaricom.co.ke | k2:s2"_s});
        row("sections without a meaning", "local.settings.json",
            R"({"a": 1, "Values": {"MPESA_CONSUMER_KEY": "k", "MPESA_CONSUMER_SECRET": "s"}})",
            unnamed);
        row("a section that is called like a value", "config.json",
            R"({"a": 1, "mpesa": {"environment": "sandbox", "consumerKey": "k", "consumerSecret": "s"}})",
            {u"Sandbox | sandbox | sandbox.safaricom.co.ke | k:s"_s});
        row("a list of objects", "settings.json",
            R"([{"name": "MPESA_CONSUMER_KEY", "value": "k"}, {"name": "MPESA_CONSUMER_SECRET", "value": "s"}])",
            unnamed);
        row("YAML", "application.yml", "mpesa:\n  consumer-key: k\n  consumer-secret: ${X:s}\n",
            unnamed);
        row("a list in YAML", "compose.yaml",
            "services:\n  - environment:\n    - MPESA_CONSUMER_KEY=k\n"
            "    - MPESA_CONSUMER_SECRET=${S:-s}\n",
            unnamed);
        row("numbers", "config.json",
            R"({"mpesa": {"list": [1, 2], "consumerKey": 1, "consumerSecret": 2}, "a": 1})",
            {u"Daraja | unknown |  | 1:2"_s});
        const QStringList unknown{u"problem %1"_s.arg(int(ImportProblem::Kind::Unknown))};
        row("nothing about Daraja", "package.json", R"({"a": [1], "key": "k", "secret": "s"})",
            unknown);
        row("another service", "config.json",
            R"({"a": 1, "twitter": {"consumer_key": "k", "consumer_secret": "s"}})", unknown);
        row("no object", "a.yml", "- a\n- b\n", unknown);
    }
    void areNamedAfterTheirFileOrSection()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, found);
        QCOMPARE(outlineOf(text, fileName), found);
    }
};

QTEST_GUILESS_MAIN(Settings)
#include "settings.moc"
