// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/importers.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportProblem)
};

} // namespace

QString ImportProblem::message() const
{
    switch (kind) {
    case Kind::TooLarge:
        return Text::tr(
            "The file is larger than 4 MiB. Export a single environment or collection.");
    case Kind::Empty:
        return Text::tr("The file is empty.");
    case Kind::NotText:
        return Text::tr("The file is not UTF-8 text. Export it again, or save it as UTF-8.");
    case Kind::BrokenJson:
        return Text::tr(
                   "The file is not complete JSON: reading stopped at line %1. Export it again.")
            .arg(line);
    case Kind::BrokenYaml:
        return Text::tr(
                   "The file is not complete YAML: reading stopped at line %1. Export it again.")
            .arg(line);
    case Kind::Unclosed:
        return Text::tr(
                   "Something that begins on line %1 is never closed. The file may be cut off.")
            .arg(line);
    case Kind::Program:
        return Text::tr("The file is a program, which Tokeni does not run. Put its variables in "
                        ".httpyac.json, or in a .env file, and import that.");
    case Kind::Unknown:
        return Text::tr("Tokeni can't import this kind of file. It reads: %1.").arg(importFiles());
    case Kind::TooMany:
        return Text::tr("The file has more than 200 environments, or more than 10,000 variables in "
                        "one of them.");
    case Kind::NothingFound:
        return Text::tr("The file contains no Daraja keys and no Daraja URL. Tokeni looks for "
                        "variables like consumer_key, consumer_secret and base_url.");
    case Kind::OpenApi:
        // openapi.m-pesa.com gives a session for an API key that is encrypted with a public key.
        return Text::tr(
            "The file has an API key of M-Pesa's Open API (Vodacom, Vodafone), which is "
            "not Daraja: it has no consumer key and no consumer secret.");
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
