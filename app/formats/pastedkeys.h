// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

namespace tokeni {

/*! Keys that were recognised in a text from the clipboard or from standard input. */
struct PastedKeys
{
    /*! What the text is. */
    enum class Form
    {
        Variables, //!< Lines like NAME=VALUE or NAME: VALUE; one line, or a whole .env file.
        Json, //!< A JSON object, or an environment of another program.
        Curl, //!< A curl command with -u, or with an Authorization header.
        BasicHeader, //!< An Authorization header, or what follows "Basic " in it.
        Pair, //!< "key:secret", or the two separated by a line break, a tab or a comma.
    };

    Form form = Form::Pair;
    Credentials credentials; //!< One of the two is empty if the text has only the other one.
    /*! What the text says it is for, by its URL or a variable like MPESA_ENV. */
    std::optional<EnvironmentKind> kind = {};
    QString host = {}; //!< Of the URL in the text, in a form that is safe to show; may be empty.
    /*! The text has several pairs of keys, and none of them for the wanted kind alone. No
     *  credentials then. */
    bool ambiguous = false;

    /*! What was taken, and from what kind of text: one sentence without a full stop. */
    [[nodiscard]] QString message() const;
    /*! True if the text says that it is for another kind of server than \a environment. A gateway
     *  may be for sandbox or for production. */
    [[nodiscard]] bool isForAnother(const Environment &environment) const;
};

/*! Where the text is about to be pasted; decides how much it may look like nothing in particular.
 */
enum class PasteTarget
{
    /*! No field: only what can hardly be anything else than keys is recognised. */
    Window,
    KeyField,
    SecretField, //!< A colon is part of the secret.
};

/*! The largest text in which keys are looked for, in bytes; takes a millisecond or two. */
inline constexpr qsizetype maxPasted = qsizetype(64) * 1024;

/*! The keys in \a text, which is UTF-8; std::nullopt if the text has no form, like a single key. If
 *  there are several pairs, those for \a wanted are taken. */
[[nodiscard]] std::optional<PastedKeys> readPastedKeys(const Secret &text, PasteTarget target,
                                                       std::optional<EnvironmentKind> wanted
                                                       = std::nullopt);

} // namespace tokeni
