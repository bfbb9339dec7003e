// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/randomtext.h"

#include <QRandomGenerator>

namespace tokeni {

QByteArray randomText(qsizetype count, QByteArrayView alphabet)
{
    QByteArray text(count, Qt::Uninitialized);
    for (char &c : text)
        c = alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    return text;
}

QByteArray randomDigits(qsizetype count)
{
    return randomText(1, "123456789") + randomText(count - 1, "0123456789");
}

} // namespace tokeni
