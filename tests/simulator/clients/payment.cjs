// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// The numbers are those of Daraja's documentation for its sandbox.
exports.shortcode = '174379';
exports.phone = '254708374149';
exports.callback = 'https://example.com/callback';
exports.secret = process.env.TOKENI_SECRET;

/** Prints what `run` returns, one line for each part, or how it fails. */
exports.report = async run => {
    try {
        for (const [part, value] of Object.entries(await run()))
            console.log(`${part} ${value}`);
    } catch (error) {
        console.log(`failed: ${error?.message ?? error?.statusCode ?? error}`);
    }
};
