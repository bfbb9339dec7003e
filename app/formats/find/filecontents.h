// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! A request for a token, with Basic authorisation, as a file describes it. Its texts may contain
 *  placeholders for variables of the same file or of another one. */
struct TokenRequest
{
    Secret url = {};
    Secret consumerKey = {}; //!< The user name.
    Secret consumerSecret = {}; //!< The password.
    /*! In place of these two: what follows "Basic " in an Authorization header, in Base64 (RFC
     *  7617) or as "key:secret" or "key secret", which programs encode when they send it. */
    Secret basic = {};
    /*! Variables of its own, and of the folders that it is in: they take precedence over those of an
     *  environment. */
    std::vector<Variable> variables = {};
    /*! The environment whose values are among \c variables, if the file says with which one the
     *  request is sent. Other files can then only add what is missing. */
    std::optional<QString> environment = {};
};

/*! What a folder of requests says about each of them, or a request about itself. */
struct RequestDefaults
{
    enum class Authorization
    {
        Inherited,
        None,
        Basic,
        Other, //!< One that no token call has.
    };

    Authorization authorization = Authorization::Inherited;
    Secret consumerKey = {}; //!< With Basic.
    Secret consumerSecret = {}; //!< With Basic.
    /*! The value of an Authorization header. Counts if there is no other authorisation. */
    std::optional<Secret> header = {};
    std::vector<Variable> variables = {}; //!< Take precedence over those of the folder above.
};

/*! A request that may be a token call, depending on the folders that it is in. */
struct InheritingRequest
{
    Secret url;
    RequestDefaults own;
};

/*! What one file contains. */
struct FileContents
{
    /*! Each with everything that it inherits within this file. */
    std::vector<VariableSet> environments = {};
    /*! The variables of the file itself, such as those of a collection. An environment's variable
     *  with the same name takes precedence. */
    VariableSet shared = {};
    std::vector<TokenRequest> requests = {};

    /*! Requests that inherit from the folder of the file and from those above; see inherit(). */
    std::vector<InheritingRequest> inheriting = {};
    /*! What the requests of the file's folder inherit, and of those below. Its variables are in
     *  \c shared if the folder is a whole collection. */
    std::optional<RequestDefaults> folder = {};
    bool isCollection = false; //!< The file's folder is a whole collection.
};

using ReadContents = tl::expected<FileContents, ImportProblem>;

} // namespace tokeni
