// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"
#include "core/secret/secret.h"

#include <QObject>
#include <QString>

#include <functional>

#include <tl/expected.hpp>

namespace tokeni {

/*! Reads files that the user chose. Every answer comes exactly once, through the event loop and
 *  never before the call has returned. There is no answer if the context has been destroyed by
 *  then. */
class FileReader
{
public:
    using Done = std::function<void(tl::expected<Secret, FileFault>)>;

    virtual ~FileReader() = default;
    /*! Reads the file at \a path, at most \a longest bytes, and hands the whole content to \a done;
     *  as a Secret, since it may contain secrets. */
    virtual void read(const QString &path, qsizetype longest, QObject *context, Done done) = 0;
};

} // namespace tokeni
