// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment.h"
#include "core/tokenerror.h"

#include <QStringList>

namespace tokeni {

/*! A failure as the user reads it. Plain text throughout, nothing of it to be rendered as HTML. */
struct Diagnosis
{
    QString title; //!< What happened, in a few words.
    QString serverSaid; //!< The server's own code and words; empty when it said nothing.
    QStringList advice; //!< What to do next, most likely first.
};

/*! What \a error means for \a environment and what to do about it. */
[[nodiscard]] Diagnosis diagnose(const TokenError &error, const Environment &environment);

/*! Where Daraja shows an app's key and secret, under My Apps. */
[[nodiscard]] QUrl darajaPortal();

} // namespace tokeni
