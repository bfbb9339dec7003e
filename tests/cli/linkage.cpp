// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class Linkage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void includesNoGuiLibraryNotEvenIndirectly();
};

void Linkage::includesNoGuiLibraryNotEvenIndirectly()
{
    QProcess ldd;
    ldd.start(u"ldd"_s, {Runs::binary()});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *library : {"libQt6Gui", "libQt6Widgets", "libQt6Svg", "libX11", "libGL"})
        QVERIFY2(!libraries.contains(library), library);
}

QTEST_GUILESS_MAIN(Linkage)
#include "linkage.moc"
