// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/knownhosts.h"
#include "core/keys/credentials.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokeni {

/*! The kinds of file that can be read, each in the format that the program in its name writes. Each
 *  has its row in importers.cpp. */
enum class ImportFormat
{
    PostmanEnvironment, //!< An environment or the globals.
    PostmanCollection,
    Hoppscotch,
    ThunderClient,
    Yaak,
    Bruno,
    Insomnia,
    HttpFile, //!< Requests in clear text: *.http, *.rest.
    HttpClient, //!< http-client.env.json of JetBrains, Visual Studio and others.
    Settings, //!< Of any program, in JSON or YAML.
    Dotenv,
    Count //!< Must stay last.
};

/*! An environment that was found in a file. */
struct ImportedEnvironment
{
    QString name; //!< Printable, never empty, not yet unique.
    /*! std::nullopt if the file does not say whether this is for sandbox or production: the user
     *  has to be asked, see settleKind(). */
    std::optional<EnvironmentKind> kind;
    /*! May break the rules of EnvironmentList, which then reports the problem. Empty if the kind is
     *  not known. */
    QUrl tokenUrl;
    std::optional<Credentials> credentials; //!< std::nullopt if the key or the secret is missing.
    /*! Sentences about what was assumed or left out; they name variables, never values. */
    QStringList notes;
    QString path = {}; //!< The file it comes from, as in ImportSource.
    bool fromRequest = false; //!< Keys and URL are those of a token request.
    Service service = Service::Daraja; //!< By the names of the keys.
};

/*! Sets the kind of an environment whose file does not say, and the token URL of that kind. */
void settleKind(ImportedEnvironment &environment, EnvironmentKind kind);

/*! What was found in a file, or in several files together: at least one environment. */
struct ImportedFile
{
    ImportFormat format; //!< Of the first file that contributed an environment.
    std::vector<ImportedEnvironment> environments;
};

/*! Why nothing could be imported from a file. */
struct ImportProblem
{
    enum class Kind
    {
        TooLarge,
        Empty,
        NotText, //!< Binary, UTF-16 or damaged UTF-8.
        BrokenJson, //!< See \c line.
        BrokenYaml, //!< See \c line.
        Unclosed, //!< A quotation or a block is not closed; see \c line.
        Program, //!< Would have to be run to know its variables.
        Unknown, //!< None of the known formats.
        TooMany, //!< More environments or variables than the limit.
        NothingFound, //!< Understood, but contains neither keys nor a URL of Daraja.
        OpenApi, //!< Has keys of M-Pesa's Open API in place of Daraja's.
    };

    Kind kind;
    int line = 0; //!< Counted from 1.

    /*! What is wrong and what to do, without any content of the file. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
