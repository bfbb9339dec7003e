// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostileanswers.h"

#include "hostilefixture.h"

#include <QLibraryInfo>
#include <QProcess>
#include <QVersionNumber>

namespace tokeni {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Script = RawServer::Script;

// What the user reads; the server is always on this computer.
const QString late = u"127.0.0.1 did not answer in time"_s;
const QString unfinished = u"127.0.0.1 began to answer but did not finish in time"_s;
const QString ended = u"127.0.0.1 closed the connection before the answer was complete"_s;
const QString tooLarge = u"The answer is far too large for a token"_s;
const QString strange = u"The answer is not what a token service sends"_s;
const QString emptyAnswer = u"The answer was empty"_s;
const QString keysRefused = u"127.0.0.1 did not accept these keys"_s;
const QString proxyLogin = u"The proxy requires a login"_s;

const auto await = RawServer::awaitRequest();
const auto hangUp = RawServer::hangUp();
constexpr auto soon = 200ms;
// Enough time to connect, shake hands and read a header.
constexpr auto inAWhile = 400ms;

RawServer::Step send(const QByteArray &bytes)
{
    return RawServer::send(bytes);
}

// An answer with that head and body, and nothing after it.
Script answer(const QByteArray &head, const QByteArray &body = {})
{
    return {await, send("HTTP/1.1 " + head + "\r\n\r\n" + body)};
}

// The same, and then the connection ends.
Script lastAnswer(const QByteArray &head, const QByteArray &body = {})
{
    return answer(head, body) + Script{hangUp};
}

// The same, followed by \a part over and over.
Script endless(const QByteArray &head, const QByteArray &part)
{
    return {await, send("HTTP/1.1 " + head), RawServer::flood(part)};
}

const QByteArray body = R"({"access_token": "c9SQxWWhmdVRlyh0zh8gZDTkubVF", "expires_in": "3599"})";
const QByteArray bodyLength = QByteArray::number(body.size());

} // namespace

bool interimAnswersAreSkipped()
{
    return QLibraryInfo::version() >= QVersionNumber(6, 8);
}

QList<HostileAnswer> endlessAnswers()
{
    const QByteArray part(16'384, 'x');
    const QByteArray chunked = "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const QByteArray basic = "WWW-Authenticate: Basic realm=\"x\"\r\n";
    return {
        {"silence", {RawServer::stall()}, late, soon},
        {"silence after the request", {await}, late, soon},
        {"silence in the status line", {await, send("HTTP/1.1 20")}, late, soon},
        {"silence in the header", {await, send("HTTP/1.1 200 OK\r\nContent-")}, late, soon},
        {"silence in the body", answer("200 OK\r\nContent-Length: 100", "{"), unfinished, inAWhile},
        {"silence in a chunk", answer("200 OK\r\nTransfer-Encoding: chunked", "40\r\n{"),
         unfinished, inAWhile},
        {"one byte of header a second",
         Script{await} + RawServer::dripping("HTTP/1.1 200 OK\r\n", 1s), late, 1200ms},
        {"one byte of body a second",
         answer("200 OK\r\nContent-Length: 100") + RawServer::dripping(body, 1s), unfinished,
         inAWhile},
        {"an endless status line",
         {await, send("HTTP/1.1 200 "), RawServer::flood(part)},
         tooLarge},
        {"an endless header field", endless("200 OK\r\nX-More: ", part), tooLarge},
        {"endless header fields", endless("200 OK\r\n", "X-More: " + part + "\r\n"), tooLarge},
        {"endless short header fields", endless("200 OK\r\n", "X: y\r\n"), tooLarge},
        {"an endless body of a length",
         endless("200 OK\r\nContent-Length: 99999999999\r\n\r\n", part), tooLarge},
        {"an endless body without a length", endless("200 OK\r\n\r\n", part), tooLarge},
        {"an endless body in chunks", endless(chunked, "4000\r\n" + part + "\r\n"), tooLarge},
        {"an endless body in chunks of a byte", endless(chunked, "1\r\nx\r\n"), tooLarge},
        {"an endless chunk", endless(chunked + "7fffffffffffffff\r\n", part), tooLarge},
        {"an endless chunk extension", endless(chunked + "1;", part), tooLarge},
        {"an endless chunk size", endless(chunked, "0"), tooLarge},
        // Qt ends at the last chunk, whatever comes after it.
        {"endless trailer fields", endless(chunked + "0\r\n", "X: y\r\n"), emptyAnswer},
        {"an endless refusal", endless("400 Bad Request\r\n\r\n", part), tooLarge},
        {"an endless 401", endless("401 Unauthorized\r\n" + basic + "\r\n", part), tooLarge},
        {"an endless 401 in chunks",
         endless("401 Unauthorized\r\n" + basic + "Transfer-Encoding: chunked\r\n\r\n",
                 "4000\r\n" + part + "\r\n"),
         tooLarge},
        {"an endless 407",
         endless("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n", part),
         tooLarge},
        {"an endless redirect", endless("302 Found\r\nLocation: /\r\n\r\n", part), tooLarge},
        {"endless 100 Continue",
         {await, RawServer::flood("HTTP/1.1 100 Continue\r\n\r\n")},
         tooLarge},
        {"endless 103 Early Hints",
         {await, send(hints), RawServer::pause(100ms), RawServer::flood(hints)},
         interimAnswersAreSkipped() ? tooLarge : strange},
        {"endless white space", {await, RawServer::flood(QByteArray(16'384, ' '))}, tooLarge},
        {"4 MiB in a header field",
         answer("200 OK\r\nContent-Length: " + bodyLength
                    + "\r\nX-More: " + QByteArray(4 * 1024 * 1024, 'x'),
                body),
         tooLarge},
        {"4 MiB of header",
         answer("200 OK\r\nContent-Length: " + bodyLength + ("\r\nX-More: " + part).repeated(256),
                body),
         tooLarge},
    };
}

QList<HostileAnswer> cutAnswers()
{
    const QByteArray chunked = "200 OK\r\nTransfer-Encoding: chunked";
    const auto pause = RawServer::pause(50ms);
    const auto reset = RawServer::reset();
    return {
        {"closed at once", {hangUp}, ended},
        {"reset before the request", {pause, reset}, ended},
        {"closed unanswered", {await, hangUp}, ended},
        {"reset unanswered", {await, reset}, ended},
        {"cut in the status line", {await, send("HTTP/1.1 2"), pause, hangUp}, ended},
        {"cut in the header", {await, send("HTTP/1.1 200 OK\r\nConte"), pause, hangUp}, ended},
        {"cut off in the header",
         {await, send("HTTP/1.1 200 OK\r\nConte"), pause, RawServer::cut()},
         ended},
        {"cut off in the body",
         answer("200 OK\r\nContent-Length: 100", body) + Script{RawServer::cut()}, ended},
        {"cut off in a chunk", answer(chunked, "80\r\n" + body) + Script{pause, RawServer::cut()},
         ended},
        {"cut before the body", lastAnswer("200 OK\r\nContent-Length: 100"), ended},
        {"cut in the body", lastAnswer("200 OK\r\nContent-Length: 100", body), ended},
        {"reset in the body", answer("200 OK\r\nContent-Length: 100", body) + Script{pause, reset},
         ended},
        {"cut in a chunk", lastAnswer(chunked, "80\r\n" + body), ended},
        {"cut between chunks", lastAnswer(chunked, "2\r\n{}\r\n"), ended},
        {"cut in a chunk size", lastAnswer(chunked, "2\r\n{}\r\n1"), ended},
        {"cut after 100 Continue",
         {await, send("HTTP/1.1 100 Continue\r\n\r\n"), pause, hangUp},
         ended},
        {"a refusal cut", lastAnswer("400 Bad Request\r\nContent-Length: 100", "{"), ended},
    };
}

QList<HostileAnswer> garbledAnswers()
{
    QByteArray noise(4096, Qt::Uninitialized);
    for (qsizetype i = 0; i < noise.size(); ++i)
        noise[i] = char(i * 167 + (i >> 3) * 31);
    const QByteArray chunked = "200 OK\r\nTransfer-Encoding: chunked";
    const QByteArray length = "\r\nContent-Length: ";
    const auto inChunk = [](const QByteArray &bytes) {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n0\r\n\r\n";
    };
    const auto raw = [](const QByteArray &bytes) { return Script{await, send(bytes)}; };
    return {
        {"noise", raw(noise), strange},
        {"noise, and closed", raw(noise) + Script{hangUp}, ended, 20s, strange},
        {"zeros", raw(QByteArray(4096, '\0')), strange},
        {"another protocol", raw("SSH-2.0-OpenSSH_9.2\r\n"), strange},
        {"HTTP/0.9", raw(body) + Script{hangUp}, ended, 20s, strange},
        // Qt accepts these as a token: no other request uses the connection.
        {"HTTP/7.0", raw("HTTP/7.0 200 OK\r\n" + length.sliced(2) + bodyLength + "\r\n\r\n" + body),
         decentOutcome()},
        {"a status that is not a number", answer("OK 200"), strange},
        {"a status of four digits", answer("2000 OK" + length + bodyLength, body), strange},
        {"a negative status", answer("-200 OK" + length + bodyLength, body), strange},
        {"a field without a colon", answer("200 OK\r\nNonsense" + length + bodyLength, body),
         unfinished, inAWhile},
        {"a field without a name", answer("200 OK\r\n: x" + length + bodyLength, body), unfinished,
         inAWhile},
        {"a zero in a field",
         answer("200 OK\r\nX: a" + QByteArray(1, '\0') + "b" + length + bodyLength, body),
         decentOutcome()},
        // Qt reads a hundred fields; if there are more, it drops them all, including the length.
        {"a thousand header fields",
         answer("200 OK" + length + bodyLength + QByteArray("\r\nX-More: y").repeated(1000), body),
         unfinished, inAWhile},
        {"a negative chunk size", answer(chunked, "-5\r\n" + body), unfinished, inAWhile},
        {"a chunk size beyond 64 bits", answer(chunked, "10000000000000048\r\n" + body),
         emptyAnswer},
        {"a chunk size that is not a number", answer(chunked, "xyz\r\n" + body), emptyAnswer},
        {"a chunk size with a prefix", answer(chunked, "0x48\r\n" + body), unfinished, inAWhile},
        {"an empty chunk size", answer(chunked, "\r\n" + body), unfinished, inAWhile},
        {"a chunk longer than its size", answer(chunked, "1\r\n" + body), unfinished, inAWhile},
        {"a chunk extension",
         answer(chunked,
                QByteArray::number(body.size(), 16) + ";name=value\r\n" + body + "\r\n0\r\n\r\n"),
         decentOutcome()},
        {"a chunk extension of a MiB",
         answer(chunked,
                QByteArray::number(body.size(), 16) + ";" + QByteArray(1024 * 1024, 'x') + "\r\n"
                    + body + "\r\n0\r\n\r\n"),
         decentOutcome()},
        {"a length, and chunks", answer(chunked + length + "3", inChunk(body)), decentOutcome()},
        {"two lengths", answer("200 OK" + length + "3" + length + bodyLength, body), strange},
        {"two lengths in one field", answer("200 OK" + length + "3, " + bodyLength, body), strange},
        {"a negative length", answer("200 OK" + length + "-1", body), strange},
        {"a length beyond 64 bits", answer("200 OK" + length + "18446744073709551688", body),
         strange},
        {"a length that is not a number", answer("200 OK" + length + "0x48", body), strange},
        {"an unknown transfer coding",
         answer("200 OK\r\nTransfer-Encoding: gzip, chunked", inChunk(body)), decentOutcome()},
        {"a Content-Type that is HTML",
         answer("200 OK\r\nContent-Type: text/html" + length + "8", "<b>x</b>"),
         u"The answer is a web page, not a token"_s},
    };
}

QList<HostileAnswer> packedAnswers()
{
    // Compressed, 256 MiB of zeros are 260 KiB; compressed again, 700 bytes.
    const auto packed = [](const QString &command) {
        QProcess process;
        process.start(u"sh"_s, {u"-c"_s, u"head -c 268435456 /dev/zero | "_s + command});
        process.waitForFinished(120'000);
        return process.readAllStandardOutput();
    };
    const QByteArray once = packed(u"gzip -6"_s);
    const QByteArray twice = packed(u"gzip -6 | gzip -6"_s);
    const auto row = [](const char *name, const QByteArray &coding, const QByteArray &bytes) {
        return HostileAnswer{
            name,
            answer("200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + coding
                       + "\r\nContent-Length: " + QByteArray::number(bytes.size()),
                   bytes),
            strange};
    };
    QList<HostileAnswer> answers{
        row("256 MiB as gzip", "gzip", once),
        row("256 MiB as gzip twice", "gzip, gzip", twice),
        row("256 MiB as x-gzip", "x-gzip", once),
        row("256 MiB as deflate", "deflate", once),
        row("256 MiB as br", "br", once),
        row("256 MiB as zstd", "zstd", once),
        {"256 MiB as a gzip transfer coding",
         answer("200 OK\r\nTransfer-Encoding: gzip", once) + Script{hangUp}, strange},
    };
    answers.append({"gzip cut",
                    lastAnswer("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                   + QByteArray::number(once.size()),
                               once.first(1000)),
                    ended});
    return answers;
}

QList<HostileAnswer> talkativeAnswers()
{
    const QByteArray length = "\r\nContent-Length: ";
    const QByteArray decent = "HTTP/1.1 200 OK" + length + bodyLength + "\r\n\r\n" + body;
    const QByteArray other = QByteArray(decent).replace("c9SQ", "XXXX");
    const QByteArray goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n";
    const auto raw = [](const QByteArray &bytes) { return Script{await, send(bytes)}; };
    // Qt 6.4 takes an interim answer as the final one.
    const QString afterInterim = interimAnswersAreSkipped() ? decentOutcome() : strange;
    const auto challenge = [&](const QByteArray &status, const QByteArray &field) {
        return answer(status + "\r\n" + field + length + "2", "{}");
    };
    const QByteArray refused = "401 Unauthorized";
    return {
        {"100 Continue first", raw(goOn + decent), decentOutcome()},
        {"100 Continue many times", raw(goOn.repeated(20) + decent), decentOutcome()},
        {"103 Early Hints first", raw(hints + decent), afterInterim},
        {"103 Early Hints many times", raw(hints.repeated(20) + decent), afterInterim},
        {"102 Processing first", raw("HTTP/1.1 102 Processing\r\n\r\n" + decent), afterInterim},
        {"101 Switching Protocols",
         raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
         strange},
        {"two answers at once", raw(decent + other), decentOutcome()},
        {"an answer before the request", {send(decent)}, decentOutcome()},
        {"401 Basic", challenge(refused, "WWW-Authenticate: Basic realm=\"x\""), keysRefused},
        {"401 Digest",
         challenge(refused, "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\", qop=\"auth\""),
         keysRefused},
        {"401 NTLM", challenge(refused, "WWW-Authenticate: NTLM"), keysRefused},
        {"401 Negotiate", challenge(refused, "WWW-Authenticate: Negotiate"), keysRefused},
        {"401 without a challenge", challenge(refused, "X: y"), keysRefused},
        {"407 Basic",
         challenge("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\""),
         proxyLogin},
        {"407 NTLM", challenge("407 Proxy Authentication Required", "Proxy-Authenticate: NTLM"),
         proxyLogin},
    };
}

} // namespace tokeni
