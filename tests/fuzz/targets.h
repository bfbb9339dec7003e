// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>

namespace tokeni::fuzz {

/*! Ends the program with \a words where a promise does not hold: that is what a fuzzer looks for.
 */
void promise(bool kept, const char *words);

/*! Each takes any bytes, as they could come from outside, and sees that what Tokeni makes of them
 *  keeps its promises. The same bytes do the same every time. */
void answer(QByteArrayView bytes); //!< The first byte chooses the status, the rest is the body.
void environments(QByteArrayView bytes); //!< The environments file.
void history(QByteArrayView bytes); //!< The history file.
void keychainItem(QByteArrayView bytes); //!< Of keys and of a token.
void postman(QByteArrayView bytes);
void bruno(QByteArrayView bytes);
void dotenv(QByteArrayView bytes);
void httpClient(QByteArrayView bytes);
void insomnia(QByteArrayView bytes);

struct Target
{
    const char *name; //!< Of the program and of the folder in corpus/.
    void (*run)(QByteArrayView bytes);
};
inline constexpr std::array targets{
    Target{"answer", &answer},     Target{"environments", &environments},
    Target{"history", &history},   Target{"keychain-item", &keychainItem},
    Target{"postman", &postman},   Target{"bruno", &bruno},
    Target{"dotenv", &dotenv},     Target{"http-client", &httpClient},
    Target{"insomnia", &insomnia},
};

} // namespace tokeni::fuzz
