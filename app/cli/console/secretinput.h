// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! Why a line of standard input was not accepted. */
enum class LineFault
{
    TooLong,
    Unreadable, //!< Standard input is closed, or is a terminal whose echo can't be switched off.
};

/*! Reads secrets from standard input, one per line. On a terminal, prompts for each of them on
 *  standard error and switches off the echo until this object is destroyed or a signal ends or
 *  stops the program; when a stopped program continues, the echo is switched off again. Create at
 *  most one object. */
class SecretInput
{
public:
    SecretInput();
    ~SecretInput();
    Q_DISABLE_COPY_MOVE(SecretInput)

    /*! The next line without its line end; the last line may end with the input. Prompts with \a
     *  prompt. */
    [[nodiscard]] tl::expected<Secret, LineFault> readLine(const QString &prompt);
    /*! Whether readLine() may return more: on a terminal, whether something was pasted that has
     *  not been read yet; otherwise, whether the input has not ended. */
    [[nodiscard]] bool hasMore() const;

private:
    bool m_terminal = false;
    bool m_ended = false;
    bool m_silenced = false;
};

} // namespace tokeni
