// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>

namespace tokeni::fuzz {

/*! Ends the program with \a words if a promise is broken: that is what a fuzzer looks for. */
void promise(bool kept, const char *words);

/*! Each target takes any bytes that could come from outside, and checks that what Tokeni makes of
 *  them keeps its promises. The same bytes always give the same result. */
void answer(QByteArrayView bytes); //!< The first byte chooses the status, the rest is the body.
void environments(QByteArrayView bytes); //!< The environments file.
void history(QByteArrayView bytes); //!< The history file.
void keychainItem(QByteArrayView bytes); //!< Keys and a token.
void importAs(const char *fileName, QByteArrayView bytes); //!< Another program's file.
void pasted(QByteArrayView bytes); //!< The first byte chooses where to, the rest is the text.

/*! A fuzzer. It starts with the inputs in corpus/NAME, if there are any, and with the samples of
 *  the importers' tests. */
struct Target
{
    const char *name; //!< Also names the program; letters and hyphens.
    void (*run)(QByteArrayView bytes);
};
// One in a line: CMakeLists.txt and run read the names from here.
// clang-format off
inline constexpr std::array targets{
    Target{"answer", &answer},
    Target{"environments", &environments},
    Target{"history", &history},
    Target{"keychain-item", &keychainItem},
    Target{"pasted", &pasted},
    Target{"postman", [](auto bytes) { importAs("daraja.postman_collection.json", bytes); }},
    Target{"hoppscotch", [](auto bytes) { importAs("hoppscotch-collection.json", bytes); }},
    Target{"thunder-client", [](auto bytes) { importAs("tc_col_shop.json", bytes); }},
    Target{"yaak", [](auto bytes) { importAs("yaak.shop.json", bytes); }},
    Target{"bruno", [](auto bytes) { importAs("Sandbox.bru", bytes); }},
    Target{"dotenv", [](auto bytes) { importAs(".env.production", bytes); }},
    Target{"http-client", [](auto bytes) { importAs("http-client.private.env.json", bytes); }},
    Target{"http-file", [](auto bytes) { importAs("token.http", bytes); }},
    Target{"bruno-yaml", [](auto bytes) { importAs("opencollection.yml", bytes); }},
    Target{"bruno-json", [](auto bytes) { importAs("Duka.json", bytes); }},
    Target{"insomnia-yaml", [](auto bytes) { importAs("insomnia.yaml", bytes); }},
    Target{"insomnia", [](auto bytes) { importAs("Insomnia_2026-03-02.json", bytes); }},
    Target{"settings", [](auto bytes) { importAs("appsettings.Production.json", bytes); }},
};
// clang-format on

} // namespace tokeni::fuzz
