// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/rawserver.h"

namespace tokeni {

/*! What a server may do to a client over HTTP/1.1, and what the user is to read then. */
struct HostileAnswer
{
    const char *name;
    RawServer::Script script;
    QString outcome; //!< As HostileFixture::ask() says it.
    /*! The request's deadline at first: short for what can end by nothing else. */
    std::chrono::milliseconds deadline = std::chrono::seconds(20);
    /*! Words that are as right, where it is chance which of two faults is seen first. */
    QString outcomeToo = {};
};

/*! Whether this Qt goes on to the answer after 102, 103 and their like (RFC 9110, section 15.2). */
[[nodiscard]] bool interimAnswersAreSkipped();
/*! Servers that stop, or never end. */
[[nodiscard]] QList<HostileAnswer> endlessAnswers();
/*! Connections and bodies that end too soon. */
[[nodiscard]] QList<HostileAnswer> cutAnswers();
/*! Bytes that are no HTTP, or hardly any. */
[[nodiscard]] QList<HostileAnswer> garbledAnswers();
/*! Bodies that unpack to far more than they are. */
[[nodiscard]] QList<HostileAnswer> packedAnswers();
/*! More than one answer, and challenges to answer in turn. */
[[nodiscard]] QList<HostileAnswer> talkativeAnswers();

} // namespace tokeni
