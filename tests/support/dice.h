// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QtGlobal>

namespace tokeni {

/*! Random numbers that repeat with the same seed: TOKENI_SEED if it is set, or else a new one. The
 *  seed is printed, so that a failure can be reproduced. */
class Dice
{
public:
    Dice()
        : m_seed(qEnvironmentVariableIsSet("TOKENI_SEED")
                     ? qEnvironmentVariable("TOKENI_SEED").toUInt()
                     : QRandomGenerator::system()->generate()),
          m_generator(m_seed)
    {
        qInfo("TOKENI_SEED=%u", m_seed);
    }

    /*! A number from \a least to \a most, inclusive. */
    [[nodiscard]] int number(int least, int most) { return m_generator.bounded(least, most + 1); }
    /*! True in one of \a times cases. */
    [[nodiscard]] bool oneIn(int times) { return m_generator.bounded(times) == 0; }
    /*! \a least to \a most bytes from \a alphabet. */
    [[nodiscard]] QByteArray text(int least, int most, QByteArrayView alphabet)
    {
        QByteArray result;
        for (int left = number(least, most); left > 0; --left)
            result += alphabet[m_generator.bounded(int(alphabet.size()))];
        return result;
    }
    /*! The same with arbitrary bytes. */
    [[nodiscard]] QByteArray bytes(int least, int most)
    {
        QByteArray result;
        for (int left = number(least, most); left > 0; --left)
            result += char(m_generator.bounded(256));
        return result;
    }

private:
    quint32 m_seed;
    QRandomGenerator m_generator;
};

} // namespace tokeni
