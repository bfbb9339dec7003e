// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include <QDir>
#include <QTest>

using namespace tokeni::fuzz;

// Must come before QTest needs it.
Q_DECLARE_METATYPE(const Target *)

/*! Every input that is kept for the fuzzer, including each one that once broke a promise. A broken
 *  promise ends the program; the name of the last row is the input. */
class ReplayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeptInputKeepsThePromises_data()
    {
        QTest::addColumn<const Target *>("target");
        QTest::addColumn<QString>("path");
        for (const Target &target : targets) {
            const QDir kept(
                QDir(QStringLiteral(TOKENI_CORPUS)).filePath(QLatin1StringView(target.name)));
            const QDir samples(QStringLiteral(TOKENI_SAMPLES));
            for (const QFileInfo &file : kept.entryInfoList(QDir::Files | QDir::Hidden)
                     + samples.entryInfoList(QDir::Files | QDir::Hidden)) {
                QTest::addRow("%s/%s", target.name, qPrintable(file.fileName()))
                    << &target << file.filePath();
            }
        }
    }
    void everyKeptInputKeepsThePromises()
    {
        QFETCH(const Target *, target);
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        target->run(file.readAll());
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay.moc"
