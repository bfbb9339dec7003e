// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"

#include <QByteArray>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace tokeni {

/*! What an environments file says. */
struct EnvironmentDocument
{
    EnvironmentList list;
    QJsonObject unknownFields; //!< Beside version and environments; kept as they were.
};

/*! Why bytes are not an environments file of this version. */
struct EnvironmentDocumentFault
{
    enum class Kind
    {
        NotUnderstood,
        NewerVersion
    };

    Kind kind;
    QString reason = {}; //!< For NotUnderstood: one sentence for the user.
};

/*! Reads the bytes (UTF-8 JSON) of an environments file. Characters of a name that can't be seen,
 * or that turn the reading direction, become their code points (visibleText()), and a name that is
 * too long is cut; a name that is taken then gets a number. An entry that can't be used, or has the
 * id or the name of one before it, is among EnvironmentList::unusable(). */
[[nodiscard]] tl::expected<EnvironmentDocument, EnvironmentDocumentFault>
environmentsFromJson(const QByteArray &bytes);
/*! The bytes of an environments file, UTF-8 JSON. */
[[nodiscard]] QByteArray toJson(const EnvironmentDocument &document);

} // namespace tokeni
