// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/rawserver.h"

namespace tokeni {

/*! What a server may do to a client over HTTP/1.1, and what the user should read then. */
struct HostileAnswer
{
    const char *name;
    RawServer::Script script;
    QString outcome; //!< What HostileFixture::ask() returns.
    /*! The first deadline to try: short if nothing else ends the request. */
    std::chrono::milliseconds deadline = std::chrono::seconds(20);
    /*! Equally correct outcomes, if chance decides which of two faults is detected first. */
    QString outcomeToo = {};
};

/*! Whether this version of Qt reads on to the final answer after 102, 103 and the like (RFC 9110,
 *  section 15.2). */
[[nodiscard]] bool interimAnswersAreSkipped();
/*! Servers that stop, or that never end. */
[[nodiscard]] QList<HostileAnswer> endlessAnswers();
/*! Connections and bodies that end too early. */
[[nodiscard]] QList<HostileAnswer> cutAnswers();
/*! Bytes that are not HTTP, or barely. */
[[nodiscard]] QList<HostileAnswer> garbledAnswers();
/*! Bodies that decompress to far more than was sent. */
[[nodiscard]] QList<HostileAnswer> packedAnswers();
/*! More than one answer, and one challenge after another. */
[[nodiscard]] QList<HostileAnswer> talkativeAnswers();

} // namespace tokeni
