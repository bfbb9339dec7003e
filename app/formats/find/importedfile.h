// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/credentials.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokeni {

/*! The kinds of file that are understood, each as the program writes it that it is named after. Each
 *  has its row in importers.cpp. */
enum class ImportFormat
{
    PostmanEnvironment, //!< An environment or the globals.
    PostmanCollection,
    Bruno,
    Insomnia,
    HttpClient, //!< http-client.env.json of JetBrains, Visual Studio and others.
    Dotenv,
    Count //!< Stays the last.
};

/*! An environment that was found in a file. */
struct ImportedEnvironment
{
    QString name; //!< Printable, never empty, not yet unique.
    EnvironmentKind kind = EnvironmentKind::Custom;
    QUrl tokenUrl; //!< May break the rules of EnvironmentList, which says so in words.
    std::optional<Credentials> credentials; //!< Nothing where key or secret is missing.
    QStringList notes; //!< Sentences on what was assumed or left out; they name variables, never
        //!< values.
};

/*! What was found in a file: one environment at least. */
struct ImportedFile
{
    ImportFormat format;
    std::vector<ImportedEnvironment> environments;
};

/*! Why nothing could be taken from a file. */
struct ImportProblem
{
    enum class Kind
    {
        TooLarge,
        Empty,
        NotText, //!< Binary, UTF-16 or damaged UTF-8.
        BrokenJson, //!< See \c line.
        Unclosed, //!< A quotation or a block has no end; see \c line.
        Unknown, //!< None of the known formats.
        InsomniaYaml, //!< Insomnia's format 5, which is not read.
        BrunoRequest, //!< A Bruno file, but no environment.
        TooMany, //!< More environments or variables than are read.
        NothingFound, //!< Understood, but without keys or a URL of Daraja.
    };

    Kind kind;
    int line = 0; //!< Counted from one.

    /*! What is wrong and what to do, in words that hold nothing of the file. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
