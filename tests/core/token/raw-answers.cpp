// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/report.h"
#include "core/token/tokenreply.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &name)
{
    QFile file(QStringLiteral(TOKENI_ANSWERS "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Status line, header fields, an empty line, and the body as it is.
HttpReply replyIn(const QByteArray &raw)
{
    HttpReply reply;
    const qsizetype headEnd = raw.indexOf("\r\n\r\n");
    const QList<QByteArray> head = raw.first(headEnd).split('\n');
    const QByteArray line = head.first().trimmed();
    reply.status = line.mid(9, 3).toInt();
    reply.reason = line.mid(13);
    for (const QByteArray &field : head.sliced(1)) {
        const qsizetype colon = field.indexOf(':');
        reply.headers.append({field.first(colon).toLower(), field.sliced(colon + 1).trimmed()});
    }
    reply.body = Secret(raw.sliced(headEnd + 4));
    return reply;
}

// Everything that is said about \a error, on one line; without the body that a report ends with.
QString toldAbout(const TokenError &error, const Environment &environment, HttpReply reply)
{
    const Diagnosis diagnosis = diagnose(error, environment);
    QStringList lines{diagnosis.title, diagnosis.serverSaid};
    for (const Advice &line : diagnosis.advice)
        lines.append(line.text);
    HttpExchange exchange;
    exchange.reply = std::move(reply);
    lines.append(reportOf(error, environment, &exchange, {}).section(u"\nBody ("_s, 0, 0));
    return lines.join(u'\n').replace(u'\n', u' ');
}

} // namespace

/*! Answers as servers were recorded to send them, and others of the same kinds: see
 *  tests/core/answers/expected.tsv. */
class RawAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areExplained_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("unsaid");
        QTest::addColumn<QUrl>("tokenUrl");
        const QStringList lines
            = QString::fromUtf8(bytesOf(u"expected.tsv"_s)).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (line.startsWith(u'#'))
                continue;
            const QStringList cells = line.split(u'\t') + QStringList{{}, {}};
            QTest::newRow(qPrintable(cells.at(0)))
                << cells.at(0) << cells.at(1) << cells.at(2) << QUrl(cells.at(3));
        }
    }

    void areExplained()
    {
        QFETCH(QString, file);
        QFETCH(QString, said);
        QFETCH(QString, unsaid);
        QFETCH(QUrl, tokenUrl);
        Environment environment = defaultEnvironments().at(1);
        if (!tokenUrl.isEmpty())
            environment.tokenUrl = tokenUrl;
        const QByteArray raw = bytesOf(file);
        QVERIFY2(!raw.isEmpty(), "missing");
        const auto outcome = parseTokenReply(replyIn(raw));
        QVERIFY(!outcome);
        const QString told = toldAbout(outcome.error(), environment, replyIn(raw));
        QVERIFY2(QRegularExpression(said).match(told).hasMatch(), qPrintable(told));
        QVERIFY2(unsaid.isEmpty() || !QRegularExpression(unsaid).match(told).hasMatch(),
                 qPrintable(told));
    }

    void areAllInTheTable()
    {
        const QByteArray table = bytesOf(u"expected.tsv"_s);
        const QDir folder(QStringLiteral(TOKENI_ANSWERS));
        QDirIterator files(folder.path(), {u"*.http"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            const QByteArray file = folder.relativeFilePath(files.next()).toUtf8();
            QVERIFY2(table.contains('\n' + file + '\t'), file.constData());
        }
    }
};

QTEST_APPLESS_MAIN(RawAnswers)
#include "raw-answers.moc"
