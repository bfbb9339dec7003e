// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node --require ./redirect.cjs …: leads the requests of a client that can only call the sandbox to the
// simulator instead, whose address is in TOKENI_SIMULATOR. All HTTP clients of Node.js 20 that are tried
// here end in https.request; an address that is not the sandbox's is an error, so that nothing reaches the
// network. The client's code, its headers and its bodies remain as they are, except for Host.
'use strict';
const http = require('node:http');
const https = require('node:https');
const { urlToHttpOptions } = require('node:url');

const simulator = new URL(process.env.TOKENI_SIMULATOR);
const plainRequest = http.request;

function request(input, ...rest) {
    const options = typeof input === 'string' || input instanceof URL
        ? { ...urlToHttpOptions(new URL(input)), ...(typeof rest[0] === 'object' ? rest.shift() : {}) }
        : { ...input };
    const host = options.hostname ?? options.host;
    if (host !== 'sandbox.safaricom.co.ke')
        throw new Error(`The client calls ${host}`);
    return plainRequest({
        ...options,
        protocol: 'http:', host: simulator.hostname, hostname: simulator.hostname, port: simulator.port,
        agent: undefined, agents: undefined,
    }, ...rest);
}

for (const module of [http, https]) {
    module.request = request;
    module.get = (...parameters) => {
        const sent = request(...parameters);
        sent.end();
        return sent;
    };
}
