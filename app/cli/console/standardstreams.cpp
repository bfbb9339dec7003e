// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/standardstreams.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isShown(QChar character)
{
    return character == u'\n'
        || (character.category() != QChar::Other_Control
            && character.category() != QChar::Other_Format);
}

} // namespace

void occupyStandardStreams()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(descriptor, F_GETFD) != -1)
            continue;
        // open() takes the lowest free descriptor (POSIX). The mode is the wrong one on purpose.
        [[maybe_unused]] const int taken
            = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

ExitStatus writeAnswer(QByteArrayView answer)
{
    QFile output;
    if (!output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        printError(u"Standard output is not open."_s);
        return ExitStatus::Output;
    }
    errno = 0;
    bool written = output.write(answer.data(), answer.size()) == answer.size();
    if (!written && errno == EPIPE)
        return ExitStatus::Done;
    // A network file system may only report a full disk when a descriptor is closed (close(2)).
    if (written) {
        const int copy = dup(STDOUT_FILENO);
        written = copy >= 0 && close(copy) == 0;
    }
    if (written)
        return ExitStatus::Done;
    printError(u"Standard output can't be written: %1"_s.arg(qt_error_string(errno)));
    return ExitStatus::Output;
}

void printError(const QString &text)
{
    QString plain = text + u'\n';
    for (QChar &character : plain) {
        if (!isShown(character))
            character = QChar::ReplacementCharacter;
    }
    QFile error;
    if (error.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
        error.write(plain.toUtf8());
}

} // namespace tokeni
