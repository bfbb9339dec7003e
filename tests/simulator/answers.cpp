// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "simulator/darajaanswers.h"
#include "support/fakeclock.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The simulator's answers, byte for byte. The table in answers/expected.tsv names the file with
 *  the answer to each request. The lines of its head end in CR LF when they are sent; the body is
 *  sent as it is in the file. */
class Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAsRecorded_data();
    void areAsRecorded();
    void haveTheRecordedLength();
    void haveAnotherRequestIdEachTime();

private:
    FakeClock m_clock;
};

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(QStringLiteral(TOKENI_ANSWERS) + u'/' + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

struct Placeholder
{
    QString name;
    QString pattern;
};

// What differs from answer to answer, and its form.
const QList<Placeholder> &placeholders()
{
    static const QList<Placeholder> all{
        {u"token"_s, u"[A-Za-z0-9]{28}"_s},
        {u"request id"_s, u"[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}[0-9]{5,7}"_s},
        {u"incident id"_s, u"([0-9]{18}-[0-9]{18})"_s},
        {u"nine digits"_s, u"[0-9]{9}"_s},
        {u"length"_s, u"(?<length>[0-9]+)"_s},
    };
    return all;
}

QRegularExpression patternOf(QByteArray answer)
{
    const qsizetype head = answer.indexOf("\n\n");
    answer = answer.first(head + 2).replace("\n", "\r\n") + answer.sliced(head + 2);
    QString pattern = QRegularExpression::escape(QString::fromLatin1(answer));
    for (const Placeholder &placeholder : placeholders())
        pattern.replace(QRegularExpression::escape(u'{' + placeholder.name + u'}'),
                        placeholder.pattern);
    return QRegularExpression(u"\\A"_s + pattern + u"\\z"_s);
}

} // namespace

void Answers::areAsRecorded_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("answer");
    for (const QByteArray &line : contentsOf(u"expected.tsv"_s).split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> fields = line.split('\t');
        QCOMPARE(fields.size(), 5);
        QTest::newRow(line.constData())
            << QString::fromLatin1(fields[0]) << fields[1] + ' ' + fields[2] + " HTTP/1.1\r\n"
            << fields[3] << QString::fromLatin1(fields[4]);
    }
}

void Answers::areAsRecorded()
{
    QFETCH(QString, scenario);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, authorization);
    QFETCH(QString, answer);
    Simulator simulator(m_clock);
    simulator.start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(simulator.isListening(), qPrintable(simulator.problem()));
    SimulatorClient client(simulator);
    authorization.replace("{keys}", SimulatorClient::rightKeys().sliced(6));
    authorization.replace("{token}", client.token());
    simulator.setScenario(scenario);
    QCOMPARE(simulator.scenario(), scenario);

    RawClient raw(simulator);
    raw.send(request + "Host: 127.0.0.1\r\n"
             + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
             + "Content-Length: 0\r\n\r\n");
    const QRegularExpression pattern = patternOf(contentsOf(answer));
    QTRY_VERIFY2_WITH_TIMEOUT(pattern.match(QString::fromLatin1(raw.received)).hasMatch(),
                              raw.received.constData(), 3'000);
    const QString length = pattern.match(QString::fromLatin1(raw.received)).captured(u"length"_s);
    if (!length.isEmpty())
        QCOMPARE(length.toInt(),
                 raw.received.size() - raw.received.indexOf("\r\n\r\n") - qsizetype(4));
}

void Answers::haveTheRecordedLength()
{
    // safaricom/LNMOnlineAndroidSample issue 41, 2020-12-23, with a request id of that time.
    QByteArray body = darajaRefusal(404, "404.001.03", "Invalid Access Token").body;
    static const QRegularExpression id(u"[0-9a-f]{4}-[0-9a-f-]{14,}[0-9]+"_s);
    const QString today = id.match(QString::fromLatin1(body)).captured();
    QVERIFY(!today.isEmpty());
    QCOMPARE(body.replace(today.toLatin1(), "5031-1921185-1").size(), 188);
}

void Answers::haveAnotherRequestIdEachTime()
{
    QSet<QByteArray> ids;
    QSet<qsizetype> lengths;
    for (int i = 0; i < 200; ++i) {
        const QByteArray id = newRequestId();
        ids.insert(id);
        lengths.insert(id.size());
    }
    QCOMPARE(ids.size(), 200);
    QCOMPARE(lengths, QSet<qsizetype>({32, 33, 34}));
}

QTEST_GUILESS_MAIN(Answers)
#include "answers.moc"
