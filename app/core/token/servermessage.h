// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <QString>

namespace tokeni {

/*! What an answer says about a failure. Each part is one line as of serverLine(), with secrets
 *  masked; empty if the answer does not have it. */
struct ServerMessage
{
    QString code; //!< "400.008.01".
    QString words; //!< "Invalid Authentication passed".
    /*! Names this one request to the server's operator: Daraja's requestId (recorded from 2018 to
     *  2026), or another server's correlation ID, from the body or from a header field. */
    QString requestId;
};

/*! Reads the message of \a reply from whatever format it is in: JSON of Daraja (errorCode,
 *  errorMessage), Safaricom Ethiopia (resultCode, resultDesc), Apigee (fault.faultstring), OAuth
 *  (RFC 6749 section 5.2), problem details (RFC 9457) and gateways that nest or name it otherwise;
 *  SOAP faults in XML and JSON (SOAP 1.1 section 4.4, SOAP 1.2 part 1 section 5.4); a form; the
 *  title of a web page; plain text. If none of these has words, they may be in WWW-Authenticate (RFC
 *  6750 section 3) or in a status line that differs from the usual one. */
[[nodiscard]] ServerMessage serverMessage(const HttpReply &reply);

/*! \a text from a server as one line of visible characters, cut to 300. */
[[nodiscard]] QString serverLine(const QString &text);
/*! True if the body of \a reply is empty or nothing but white space. */
[[nodiscard]] bool isBlank(const HttpReply &reply);

} // namespace tokeni
