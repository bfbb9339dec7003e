// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"

#include <QByteArray>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace tokeni {

/*! The content of an environments file. */
struct EnvironmentDocument
{
    EnvironmentList list;
    QJsonObject unknownFields; //!< Besides version and environments; kept unchanged.
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

/*! Reads the bytes (UTF-8 JSON) of an environments file. Invisible and bidi characters in a name
 *  are replaced by their code points (visibleText()), and a name that is too long is cut; if the
 *  result is taken, it gets a number. An entry that can't be used, or has the id or the name of an
 *  earlier one, is put into EnvironmentList::unusable(). */
[[nodiscard]] tl::expected<EnvironmentDocument, EnvironmentDocumentFault>
environmentsFromJson(const QByteArray &bytes);
/*! The bytes of an environments file, UTF-8 JSON. */
[[nodiscard]] QByteArray toJson(const EnvironmentDocument &document);

} // namespace tokeni
