// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! Why a line of standard input could not be taken. */
enum class LineFault
{
    TooLong,
    Unreadable, //!< Standard input is closed, or a terminal that would show what is typed.
};

/*! Reads secrets from standard input, one per line. On a terminal it asks for each on standard
 *  error and keeps the terminal from showing what is typed, until this object goes or a signal ends
 *  or stops the program; also when a stopped program goes on. Make one at the most. */
class SecretInput
{
public:
    SecretInput();
    ~SecretInput();
    Q_DISABLE_COPY_MOVE(SecretInput)

    /*! The next line without its end, which may be the input's; asks with \a prompt. */
    [[nodiscard]] tl::expected<Secret, LineFault> readLine(const QString &prompt);

private:
    bool m_terminal = false;
    bool m_silenced = false;
};

} // namespace tokeni
