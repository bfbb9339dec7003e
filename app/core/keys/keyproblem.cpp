// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/keyproblem.h"

#include "core/keys/credentials.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokeni {

namespace {

using Kind = KeyProblem::Kind;

// The context of the following texts for lupdate and the translators.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyProblem)
};

// A tab counts as white space; two bytes that begin with 0xC2 are the control characters beyond
// ASCII, in UTF-8.
bool hasControls(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = uchar(text[i]);
        if ((byte < ' ' && byte != '\t') || byte == 0x7F)
            return true;
        if (byte == 0xC2 && i + 1 < text.size() && uchar(text[i + 1]) < 0xA0)
            return true;
    }
    return false;
}

std::optional<Kind> problemIn(QByteArrayView text, bool isSecret)
{
    if (text.size() > maxKey)
        return Kind::TooLong;
    if (!text.isValidUtf8())
        return Kind::NotText;
    if (hasControls(text))
        return Kind::ControlCharacters;
    if (!isSecret && text.contains(':'))
        return Kind::Colon;
    return std::nullopt;
}

} // namespace

QString KeyProblem::message() const
{
    switch (kind) {
    case Kind::TooLong:
        return ofSecret
            ? Text::tr(
                "The consumer secret can't be longer than 4 KiB. Copy it from the portal again.")
            : Text::tr(
                "The consumer key can't be longer than 4 KiB. Copy it from the portal again.");
    case Kind::NotText:
        return ofSecret
            ? Text::tr(
                "The consumer secret contains an invalid character. Copy it from the portal again.")
            : Text::tr(
                "The consumer key contains an invalid character. Copy it from the portal again.");
    case Kind::ControlCharacters:
        return ofSecret
            ? Text::tr("The consumer secret can't contain line breaks or control characters. Copy "
                       "it from the portal again.")
            : Text::tr("The consumer key can't contain line breaks or control characters. Copy it "
                       "from the portal again.");
    case Kind::Colon:
        return Text::tr(
            "The consumer key can't contain a colon. Perhaps the secret was pasted along with it.");
    }
    Q_UNREACHABLE();
}

std::optional<KeyProblem> problemOf(const Credentials &credentials)
{
    const TrimmedCredentials meant = trimmed(credentials.clone());
    if (const auto kind = problemIn(meant.credentials.consumerKey.view(), false))
        return KeyProblem{*kind, false};
    if (const auto kind = problemIn(meant.credentials.consumerSecret.view(), true))
        return KeyProblem{*kind, true};
    return std::nullopt;
}

} // namespace tokeni
